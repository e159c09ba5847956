-- error: No text holds what could find a person: an NHS number, a full postcode, a date of birth.
--
-- What was found is never shown: the value stays empty, and the message says where in the text it
-- stands. An NHS number is told from other numbers by its check digit.
with texts as (
    select
        source_id, 'staged_review' as staged_table, file, record, 'title' as column_name,
        title as cell
    from staged_review
    union all
    select
        source_id, 'staged_review_attribute' as staged_table, file, record, column_name,
        value as cell
    from staged_review_attribute
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record, 'statement' as column_name,
        statement as cell
    from staged_finding
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record, 'quotation' as column_name,
        quotation as cell
    from staged_finding
    union all
    select
        source_id, 'staged_recommendation' as staged_table, file, record,
        'statement' as column_name, statement as cell
    from staged_recommendation
    union all
    select
        source_id, 'staged_action' as staged_table, file, record, 'statement' as column_name,
        statement as cell
    from staged_action
),

-- Each of them has figures in it: to look for these first takes a third of the time.
with_figures as (
    select source_id, staged_table, file, record, column_name, cell
    from texts
    where
        contains(cell, '0') or contains(cell, '1') or contains(cell, '2') or contains(cell, '3')
        or contains(cell, '4') or contains(cell, '5') or contains(cell, '6')
        or contains(cell, '7') or contains(cell, '8') or contains(cell, '9')
),

-- One coarse look, so that the close ones are at few.
suspected as materialized (
    select source_id, staged_table, file, record, column_name, cell
    from with_figures
    where
        regexp_matches(
            cell,
            '[0-9]{3}[ .-]?[0-9]{3}[ .-]?[0-9]{4}|[A-Za-z][0-9][0-9A-Za-z]?\s?[0-9][A-Za-z]{2}'
            '|(?i:dob|d\.o\.b|birth|born)'
        )
),

candidates as (
    select
        source_id, staged_table, file, record, column_name, cell, 'an NHS number' as what,
        unnest(regexp_extract_all(
            cell, '(?:\b|[A-Za-z_])([0-9]{3}[ .-]?[0-9]{3}[ .-]?[0-9]{4})(?:\b|[A-Za-z_])', 1
        )) as found
    from suspected
    union all
    select
        source_id, staged_table, file, record, column_name, cell, 'a full postcode' as what,
        unnest(regexp_extract_all(
            cell, '(?i)\b[a-z]{1,2}[0-9][0-9a-z]?\s?[0-9][a-z]{2}\b'
        )) as found
    from suspected
    union all
    select
        source_id, staged_table, file, record, column_name, cell, 'a date of birth' as what,
        unnest(regexp_extract_all(
            cell,
            '(?i)\b(?:d\.?o\.?b\b|date of birth|birth date|born)[^0-9]{0,12}(?:'
            '[0-9]{1,2}(?:st|nd|rd|th)?[ /.-](?:of )?(?:[0-9]{1,2}|[a-z]{3,9})[ /.,-]{1,2}[0-9]{2,4}'
            '|[0-9]{4}-[0-9]{2}-[0-9]{2})'
        )) as found
    from suspected
),

identifiers as (
    select
        source_id, staged_table, file, record, column_name, what,
        strpos(cell, found) as place,
        regexp_replace(found, '[^0-9]', '', 'g') as digits
    from candidates
    where
        what = 'a date of birth'
        or (
            what = 'an NHS number'
            and digits <> repeat(left(digits, 1), 10)
            and (
                11 - list_sum(list_transform(
                    range(1, 10), lambda i: (11 - i) * cast(digits[i] as integer)
                )) % 11
            ) % 11 = cast(digits[10] as integer)
        )
        -- small letters also end times and ordinals: "ward b2 1st floor"
        or (
            what = 'a full postcode'
            and (
                found = upper(found)
                or (found = lower(found) and not regexp_matches(found, '[0-9](?:st|nd|rd|th)$'))
            )
            and regexp_full_match(
                upper(found),
                '[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-HJKMNPR-Y]?\s?[0-9][ABD-HJLNP-UW-Z]{2}'
            )
        )
)

select
    source_id, staged_table, file, record, column_name, null as value,
    'holds what looks like ' || what || ', at character ' || min(place)
    || '. Take it out: a person could be found by it.' as message
from identifiers
group by source_id, staged_table, file, record, column_name, what
