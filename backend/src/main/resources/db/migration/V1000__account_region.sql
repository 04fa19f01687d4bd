-- The node whose registry a registrar keeps, with everything under it (domain.md 2.6).
alter table account.account
    add column region_code text check (region_code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$');
