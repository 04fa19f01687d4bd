-- Why a lot ended, and which lot of before it repeats: below the purchase limit two bids suffice in a second run (domain.md 1.9).
alter table purchase.lot_outcome add column reason text;
alter table purchase.lot_outcome disable trigger lot_outcome_is_immutable;
update purchase.lot_outcome d
   set reason = 'LESS_THAN_THREE'
  from purchase.notice n
 where n.id = d.notice_id and d.outcome = 'TERMINATED' and n.content like '%递交响应文件或者通过审查的供应商不足规定家数%';
alter table purchase.lot_outcome enable trigger lot_outcome_is_immutable;

alter table purchase.lot add column repeats uuid;
create index lot_that_repeats on purchase.lot (repeats) where repeats is not null;
