import type { Migration } from './migration.ts'

/**
 * Sign-in: accounts, their passwords and links to single sign-on, sessions, authenticators, locks. They belong to the whole
 * installation and hold nothing of a district's records; `district` and `person` only say whose sign-in it is. So there is no
 * policy by district: the application's role gets what signing in takes, column by column. It cannot delete an account (the
 * audit trail names it) nor move one to another person.
 */
export const accounts: Migration = {
  id: '0900-accounts',
  sql: `
  create table account_user (
    id text collate "C" primary key,
    account_name text collate "C" not null unique,
    label text not null,
    email text collate "C" not null unique,
    email_verified boolean not null,
    image text,
    district text collate "C" not null,
    person text collate "C",
    must_change boolean not null,
    two_factor boolean not null default false,
    closed_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  grant select, insert on account_user to jiannuo_app;
  grant update (must_change, two_factor, closed_at, updated_at) on account_user to jiannuo_app;

  create table account_login (
    id text collate "C" primary key,
    user_id text collate "C" not null references account_user (id),
    provider_id text collate "C" not null,
    subject text collate "C" not null,
    password text,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (provider_id, subject),
    unique (user_id, provider_id),
    check (password is null or password like '$argon2id$%'),
    check (access_token is null and refresh_token is null and id_token is null)
  );
  grant select, insert, delete on account_login to jiannuo_app;
  grant update (password, updated_at) on account_login to jiannuo_app;

  create table account_session (
    id text collate "C" primary key,
    user_id text collate "C" not null references account_user (id),
    token text collate "C" not null unique,
    method text not null,
    address text not null,
    agent text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create index account_session_user on account_session (user_id);
  grant select, insert, delete on account_session to jiannuo_app;
  grant update (updated_at) on account_session to jiannuo_app;

  create table account_verification (
    id text collate "C" primary key,
    identifier text collate "C" not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create index account_verification_identifier on account_verification (identifier);
  create index account_verification_expires on account_verification (expires_at);
  grant select, insert, delete on account_verification to jiannuo_app;

  create table account_two_factor (
    id text collate "C" primary key,
    user_id text collate "C" not null unique references account_user (id),
    secret text not null,
    backup_codes text not null,
    verified boolean not null,
    failed_verification_count integer not null default 0,
    locked_until timestamptz
  );
  grant select, insert, delete on account_two_factor to jiannuo_app;
  grant update (secret, backup_codes, verified) on account_two_factor to jiannuo_app;

  create table account_lock (
    key text collate "C" primary key,
    failures integer not null,
    locked_until timestamptz,
    forget_at timestamptz not null
  );
  create index account_lock_forget on account_lock (forget_at);
  grant select, insert, update, delete on account_lock to jiannuo_app;`,
}
