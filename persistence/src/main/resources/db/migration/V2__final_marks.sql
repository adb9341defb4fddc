-- In ticks; null while the game goes on, and if it is void.
alter table instrument add column final_mark bigint;
