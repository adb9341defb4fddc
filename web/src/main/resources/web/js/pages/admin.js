/** The referee's console. Nothing is asked for before the secret is there. */
import { adminWith, rememberedSecret, rememberSecret } from "../admin-api.js";
import { read, repeat } from "../api.js";
import { byId, setText } from "../dom.js";
import { queryOf } from "../query.js";
import { mountShell } from "../shell.js";
import { isOver } from "../state.js";
import { mountAdminAudit } from "../views/admin-audit.js";
import { mountAdminForms } from "../views/admin-forms.js";
import { mountAdminGames } from "../views/admin-games.js";
import { mountAdminHealth } from "../views/admin-health.js";
import { mountAdminPlayers } from "../views/admin-players.js";
import { mountAdminTournaments } from "../views/admin-tournaments.js";

const REFRESH_MILLIS = 2000;
const GAMES_MAX = 100;

const shell = mountShell();

byId("login").addEventListener("submit", (event) => {
  event.preventDefault();
  enter(byId("secret").value, byId("remember").checked);
});

const known = rememberedSecret();
known === null ? byId("secret").focus() : enter(known, true);

async function enter(secret, remember) {
  const admin = adminWith(secret);
  setText(byId("login-outcome"), "");
  try {
    await admin.audit({ limit: 1 });
  } catch (problem) {
    rememberSecret(null);
    setText(byId("login-outcome"), problem.message);
    byId("secret").select();
    return;
  }
  rememberSecret(remember ? secret : null);
  byId("secret").value = "";
  byId("login").hidden = true;
  byId("console").hidden = false;
  run(admin);
}

function run(admin) {
  let chosen = null;
  const onDone = () => void refresh();
  const health = mountAdminHealth();
  const audit = mountAdminAudit(admin);
  const players = mountAdminPlayers(admin, { onDone });
  const games = mountAdminGames(admin, {
    onDone,
    onChoose(id) {
      chosen = id;
      onDone();
    },
  });
  const tournaments = mountAdminTournaments(admin, { onDone });
  mountAdminForms(admin, { onDone });
  byId("leave").addEventListener("click", () => {
    rememberSecret(null);
    location.reload();
  });

  const refresh = repeat(async () => {
    try {
      const { body } = await read(`api/v1/games${queryOf({ limit: GAMES_MAX })}`);
      const open = (body.games ?? []).filter((game) => !isOver(game));
      shell.renderLive(open);
      chosen = open.some((game) => game.id === chosen) ? chosen : null;
      games(open, chosen);
      players(chosen === null ? null : await playersOf(open.find((game) => game.id === chosen)));
      await Promise.all([audit(), health(), tournaments()]);
      setText(byId("console-outcome"), "");
    } catch (problem) {
      setText(byId("console-outcome"), problem.message);
    }
    return REFRESH_MILLIS;
  });
}

async function playersOf(game) {
  const { body } = await read(`api/v1/games/${encodeURIComponent(game.id)}/standings`);
  return { game, standings: body.standings ?? [] };
}
