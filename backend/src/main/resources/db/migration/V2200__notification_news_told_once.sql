-- News arrives at least once (its outbox row is leased, not locked): what makes one piece of news that piece, so that nobody is told
-- of it twice. Null for matches, which the lot makes one, and for rows of before.
alter table notification.inbox add column news text;

create unique index inbox_news_once on notification.inbox (recipient_id, news) where news is not null;
