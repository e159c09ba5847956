-- warning: A review stands in one source.
--
-- The same board, type, and reference or title in two sources may be one review, counted twice.
-- The review is named in the later of the two.
with named as (
    select
        staged_review.source_id, staged_review.file, staged_review.record,
        staged_review.review_ref, source.position, term_text.term as review_type,
        lower(staged_review.board) as board,
        unnest([
            struct_pack(kind := 'reference', name := lower(staged_review.review_ref)),
            struct_pack(kind := 'title', name := lower(staged_review.title))
        ]) as mark
    from staged_review
    join source on staged_review.source_id = source.source_id
    join term_text
        on term_text.vocabulary = 'review_type' and staged_review.review_type = term_text.text
    where staged_review.board is not null and term_text.term is not null
)

select
    later.source_id, 'staged_review' as staged_table, later.file, later.record,
    'review_ref' as column_name, later.review_ref as value,
    'has the same board, type and ' || min(later.mark.kind) || ' as review "'
    || min(earlier.review_ref) || '" of source "' || min_by(earlier.source_id, earlier.position)
    || '". If they are one review, keep it in one of the sources, or it is counted twice.'
    as message
from named as later
join named as earlier
    on
        later.board = earlier.board
        and later.review_type = earlier.review_type
        and later.mark.kind = earlier.mark.kind
        and later.mark.name = earlier.mark.name
        and later.position > earlier.position
where later.mark.name is not null
group by later.source_id, later.file, later.record, later.review_ref
