-- Take the rows named in removed_row out of every staged table.
delete from staged_review using removed_row
where staged_review.source_id = removed_row.source_id and staged_review.file = removed_row.file
and staged_review.record = removed_row.record;
delete from staged_review_agency using removed_row
where staged_review_agency.source_id = removed_row.source_id
and staged_review_agency.file = removed_row.file
and staged_review_agency.record = removed_row.record;
delete from staged_review_attribute using removed_row
where staged_review_attribute.source_id = removed_row.source_id
and staged_review_attribute.file = removed_row.file
and staged_review_attribute.record = removed_row.record;
delete from staged_review_framework using removed_row
where staged_review_framework.source_id = removed_row.source_id
and staged_review_framework.file = removed_row.file
and staged_review_framework.record = removed_row.record;
delete from staged_finding using removed_row
where staged_finding.source_id = removed_row.source_id and staged_finding.file = removed_row.file
and staged_finding.record = removed_row.record;
delete from staged_finding_factor using removed_row
where staged_finding_factor.source_id = removed_row.source_id
and staged_finding_factor.file = removed_row.file
and staged_finding_factor.record = removed_row.record;
delete from staged_finding_agency using removed_row
where staged_finding_agency.source_id = removed_row.source_id
and staged_finding_agency.file = removed_row.file
and staged_finding_agency.record = removed_row.record;
delete from staged_recommendation using removed_row
where staged_recommendation.source_id = removed_row.source_id
and staged_recommendation.file = removed_row.file
and staged_recommendation.record = removed_row.record;
delete from staged_action using removed_row
where staged_action.source_id = removed_row.source_id and staged_action.file = removed_row.file
and staged_action.record = removed_row.record;
delete from staged_flat using removed_row
where staged_flat.source_id = removed_row.source_id and staged_flat.file = removed_row.file
and staged_flat.record = removed_row.record;
