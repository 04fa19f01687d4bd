-- The opening keys of the demo's people, under a passphrase that everybody knows. Elsewhere no secret half of a key is ever on the server.
create table demo.key_file (
    account_id uuid  primary key,
    file       bytea not null
);
