-- What a notice says now: its own text, or of a call that was corrected that of its newest correction.
create view purchase.last_text as
select n.id as notice_id, last.content, last.digest
  from purchase.notice n
 cross join lateral (select t.content, t.digest
                       from purchase.notice t
                      where t.id = n.id or t.corrects = n.id
                      order by t.published_at desc, t.id desc
                      limit 1) as last;
