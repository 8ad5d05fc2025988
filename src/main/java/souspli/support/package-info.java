/**
 * The telephone: find a slip by its number, withdraw it. Support sees how a slip stands and whose pharmacy's it is,
 * and no trait, outcome, code or date of birth. Begins at {@link souspli.support.FindSlip}.
 */
@Room(uses = {"accesslog", "limits", "links", "lock", "pharmacies", "scanner", "sealedlink", "staff", "web"})
package souspli.support;

import souspli.Room;
