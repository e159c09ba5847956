-- Which reviews share the most factors with one review?
--
-- It is compared with the selected reviews on which the framework was used. A factor counts that
-- was assessed in both, found in whatever appraisal; what is chosen of the findings narrows nothing
-- here. Where two chosen sources have a review of that reference, and neither is named, it is that
-- of the first.
--
-- Parameters:
--   review          reference of the review
--   review_source   code of its source, where several have that reference; blank for any
--   most            rows to return at most; blank for all
--
-- Returns one row per other review that shares a factor with it, by the shared part of the factors
-- found in either, the largest first, then by how many are shared, in this order:
--   source_id          code of the source of the other review
--   review_ref         the source's own reference of the other review
--   title              title of the other review, where it has one
--   review_type        code of the type of the other review
--   factors_shared     factors found in both
--   factors_of_review  factors found in the one review that were assessed in the other too
--   factors_of_other   factors found in the other review that were assessed in the one too
--   factors_of_either  factors found in either, of those assessed in both
--   shared             names of the factors found in both, in the order of the codebook
--   reviews_as_near    reviews that share as many of as many, this one included
--   reviews_sharing    selected reviews that share at least one factor with the one
--   reviews_compared   selected reviews that it was compared with: the denominator
with named as (
    select
        review.review_id,
        review_framework.review_id as coded_id,
        review_framework.assessed_on,
        row_number() over (order by source.position) as place
    from review
    join source on review.source_id = source.source_id
    left join review_framework
        on
            review.review_id = review_framework.review_id
            and review_framework.framework_id = $framework
    where
        list_contains($sources, review.source_id)
        and review.review_ref = cast($review as varchar)
        and (
            cast($review_source as varchar) is null
            or review.source_id = cast($review_source as varchar)
        )
),

the_one as (
    select
        coded_id as review_id,
        assessed_on
    from named
    where place = 1 and coded_id is not null
),

others as (
    select
        selected_reviews.review_id,
        selected_reviews.source_id,
        selected_reviews.review_ref,
        review_framework.assessed_on as other_assessed_on,
        the_one.assessed_on
    from selected_reviews
    join review_framework
        on
            selected_reviews.review_id = review_framework.review_id
            and review_framework.framework_id = $framework
    join the_one on selected_reviews.review_id <> the_one.review_id
),

found_in_one as (
    select distinct
        factor.factor_id,
        factor.label,
        factor.position,
        factor.valid_from,
        factor.valid_to
    from review_factor
    join the_one on review_factor.review_id = the_one.review_id
    join factor
        on
            review_factor.framework_id = factor.framework_id
            and review_factor.factor_id = factor.factor_id
    where review_factor.framework_id = $framework
),

found_in_other as (
    select distinct
        others.review_id,
        factor.factor_id
    from others
    join review_factor on others.review_id = review_factor.review_id
    join factor
        on
            review_factor.framework_id = factor.framework_id
            and review_factor.factor_id = factor.factor_id
    where
        review_factor.framework_id = $framework
        and (factor.valid_from is null or coalesce(others.assessed_on >= factor.valid_from, false))
        and (factor.valid_to is null or coalesce(others.assessed_on <= factor.valid_to, false))
),

of_other as (
    select
        found_in_other.review_id,
        count(*) as factors_of_other,
        count(found_in_one.factor_id) as factors_shared
    from found_in_other
    left join found_in_one on found_in_other.factor_id = found_in_one.factor_id
    group by found_in_other.review_id
    having count(found_in_one.factor_id) > 0
),

of_one as (
    select
        others.review_id,
        others.source_id,
        others.review_ref,
        count(*) as factors_of_review
    from others
    join found_in_one
        on
            (
                found_in_one.valid_from is null
                or coalesce(others.other_assessed_on >= found_in_one.valid_from, false)
            )
            and (
                found_in_one.valid_to is null
                or coalesce(others.other_assessed_on <= found_in_one.valid_to, false)
            )
    group by others.review_id, others.source_id, others.review_ref
),

beside as (
    select
        of_one.review_id,
        of_one.source_id,
        of_one.review_ref,
        of_other.factors_shared,
        of_one.factors_of_review,
        of_other.factors_of_other,
        of_one.factors_of_review + of_other.factors_of_other - of_other.factors_shared
            as factors_of_either
    from of_other
    join of_one on of_other.review_id = of_one.review_id
),

ranked as (
    select
        review_id,
        factors_shared,
        factors_of_review,
        factors_of_other,
        factors_of_either,
        count(*) over (partition by factors_shared, factors_of_either) as reviews_as_near,
        count(*) over () as reviews_sharing,
        row_number() over (
            order by
                cast(factors_shared as double) / factors_of_either desc,
                factors_shared desc,
                source_id,
                review_ref
        ) as place
    from beside
),

listed as (
    select
        ranked.review_id,
        ranked.place,
        string_agg(found_in_one.label, '; ' order by found_in_one.position) as shared
    from ranked
    join found_in_other on ranked.review_id = found_in_other.review_id
    join found_in_one on found_in_other.factor_id = found_in_one.factor_id
    where cast($most as bigint) is null or ranked.place <= cast($most as bigint)
    group by ranked.review_id, ranked.place
)

select
    selected_reviews.source_id,
    selected_reviews.review_ref,
    selected_reviews.title,
    selected_reviews.review_type,
    ranked.factors_shared,
    ranked.factors_of_review,
    ranked.factors_of_other,
    ranked.factors_of_either,
    listed.shared,
    ranked.reviews_as_near,
    ranked.reviews_sharing,
    compared.reviews_compared
from listed
join ranked on listed.place = ranked.place
join selected_reviews on listed.review_id = selected_reviews.review_id
cross join (select count(*) as reviews_compared from others) as compared
order by listed.place
