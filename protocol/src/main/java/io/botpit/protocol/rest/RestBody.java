package io.botpit.protocol.rest;

/** A whole answer of the REST interface. */
public sealed interface RestBody
        permits AccountPage,
                AuditPage,
                BotList,
                BoutList,
                BotRow,
                GameBot,
                GameDetail,
                GameList,
                LeaderboardPage,
                LogPage,
                NowList,
                ProblemBody,
                RatingHistory,
                ReportPage,
                ScenarioList,
                StandingsTable,
                TournamentActed,
                TournamentDetail,
                TournamentExport,
                TournamentList,
                TournamentStandings,
                TradePage,
                ActBody,
                HealthBody {}
