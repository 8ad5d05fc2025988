/**
 * A pharmacy's own slips, as its counter finds them: one by its number, those of a day by name, time, number and state,
 * those whose reading is due, and the one that somebody has already got.
 *
 * <p>Whose a slip is stands sealed in its row. So names are looked for by opening a day's rows in memory, while custody
 * lasts, for the pharmacy itself; what was opened goes with the request and no index of it is kept. Begins at {@link
 * souspli.worklist.SearchSlips}.
 */
@Room(uses = {"links", "limits", "pharmacies", "registry", "result", "sealedlink", "staff"})
package souspli.worklist;

import souspli.Room;
