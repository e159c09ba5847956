-- Take out what was made of the flat sheets of a source, but not the sheets themselves.
delete from staged_review where source_id = $source and list_contains($files, file);
delete from staged_review_agency where source_id = $source and list_contains($files, file);
delete from staged_review_framework where source_id = $source and list_contains($files, file);
delete from staged_finding where source_id = $source and list_contains($files, file);
delete from staged_finding_factor where source_id = $source and list_contains($files, file);
delete from staged_finding_agency where source_id = $source and list_contains($files, file);
