-- Whether the bot played in a tournament when it said so. The lobby's journal has it; false only in rows of an earlier
-- version, which are made anew at the start.
alter table bot_version add column in_tournament boolean default false not null;
