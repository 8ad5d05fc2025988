/**
 * The counter without a counter: pharmacy software issues, enters, corrects, re-issues and withdraws by JSON over HTTP.
 *
 * <p>A key belongs to one pharmacy and acts for the member who made it, as a pharmacist and never as more. Every call
 * goes through the use cases of {@code issuing}, so nothing is possible here that is not possible at the counter. A
 * code is in the answer to the call that made it and in no other. Begins at {@link souspli.api.ApiDoor}; what it
 * promises is {@code openapi.json}.
 */
@Room(
    uses = {
      "issuing",
      "limits",
      "links",
      "lock",
      "result",
      "sealedlink",
      "settings",
      "staff",
      "trail",
      "web",
      "worklist"
    })
package souspli.api;

import souspli.Room;
