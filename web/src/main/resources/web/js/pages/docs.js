/** The documents: the server writes them, only what is around them is built here. */
import { mountShell } from "../shell.js";

mountShell({ tab: "docs" }).watchGames();
