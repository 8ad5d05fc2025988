/**
 * The pharmacist's counter in a browser: one task in the middle, the day's own slips at the side, all of it by
 * keyboard.
 *
 * <p>A page remembers which task it is at and for which slip number. What somebody types comes with each request and
 * stays in no session but a locked one; a slip's code is printed in the answer to its issue and is gone with it.
 * Everything that is done is done by room {@code issuing}. Begins at {@link souspli.counter.CounterPage}.
 */
@Room(
    uses = {
      "issuing",
      "limits",
      "links",
      "lock",
      "pharmacies",
      "registry",
      "result",
      "scanner",
      "sealedlink",
      "settings",
      "slip",
      "staff",
      "web",
      "worklist"
    })
package souspli.counter;

import souspli.Room;
