-- error: Each review of a source stands on one row.
--
-- Rows that say the same are one review written twice: all but the first are named. Rows that
-- differ may be different reviews, so what is coded to them cannot be told apart: each is named.
with repeated as (
    select
        source_id,
        review_ref,
        count(*) as row_count,
        min(struct_pack(file, record)) as first_row,
        list_filter(
            [
                if(count(distinct coalesce(title, '')) > 1, 'title', null),
                if(count(distinct coalesce(review_type, '')) > 1, 'review_type', null),
                if(count(distinct coalesce(board, '')) > 1, 'board', null),
                if(count(distinct coalesce(region, '')) > 1, 'region', null),
                if(count(distinct coalesce(nation, '')) > 1, 'nation', null),
                if(count(distinct coalesce(method, '')) > 1, 'method', null),
                if(count(distinct coalesce(population, '')) > 1, 'population', null),
                if(count(distinct coalesce(is_ordinary_work, '')) > 1, 'is_ordinary_work', null),
                if(count(distinct coalesce(outcome, '')) > 1, 'outcome', null),
                if(count(distinct coalesce(practice_from, '')) > 1, 'practice_from', null),
                if(count(distinct coalesce(practice_to, '')) > 1, 'practice_to', null),
                if(count(distinct coalesce(incident_on, '')) > 1, 'incident_on', null),
                if(count(distinct coalesce(commissioned_on, '')) > 1, 'commissioned_on', null),
                if(count(distinct coalesce(completed_on, '')) > 1, 'completed_on', null),
                if(count(distinct coalesce(published_on, '')) > 1, 'published_on', null),
                if(count(distinct coalesce(link, '')) > 1, 'link', null)
            ],
            lambda name: name is not null
        ) as differing
    from staged_review
    where (source_id, review_ref) in (
        select (source_id, review_ref)
        from staged_review
        where review_ref is not null
        group by source_id, review_ref
        having count(*) > 1
    )
    group by source_id, review_ref
)

select
    staged_review.source_id, 'staged_review' as staged_table, staged_review.file,
    staged_review.record, 'review_ref' as column_name, staged_review.review_ref as value,
    'stands on ' || repeated.row_count || ' rows'
    || case
        when len(repeated.differing) = 0 then ' that say the same. Keep one of them.'
        else
            ' that differ in ' || array_to_string(repeated.differing, ', ')
            || '. Keep one of them, or give each review a reference of its own.'
    end as message
from staged_review
join repeated using (source_id, review_ref)
where
    len(repeated.differing) > 0
    or repeated.first_row <> struct_pack(staged_review.file, staged_review.record)
