-- error: The practice period of a review ends after it begins.
select
    staged_review.source_id, 'staged_review' as staged_table, staged_review.file,
    staged_review.record, 'practice_to' as column_name, staged_review.practice_to as value,
    'is before practice_from, "' || staged_review.practice_from
    || '". The practice period must end after it begins: correct one of the two.' as message
from staged_review
join date_text as began on staged_review.practice_from = began.text
join date_text as ended on staged_review.practice_to = ended.text
where ended.last_day < began.first_day
