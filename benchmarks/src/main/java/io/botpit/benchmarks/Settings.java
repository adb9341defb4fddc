package io.botpit.benchmarks;

/**
 * What can be chosen for a run.
 *
 * @param rounds how often everything is measured that is measured in turn
 * @param games how many pairs of games an attack plays
 * @param connects how many connections come and go, where they do
 */
record Settings(int rounds, int games, int connects) {}
