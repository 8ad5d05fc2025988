/**
 * Who of the staff did what, and when: signing in and out, refusals, invitations, changes of role and factors, keys of
 * software, each look at a result.
 *
 * <p>A line is written in the transaction of what it tells: what cannot be noted does not happen, and a result is not
 * shown. It holds numbers alone: never a trait, a code, an outcome or what somebody typed at the door. What a stranger
 * can cause is counted in few lines a day, so nobody fills the table. Begins at {@link souspli.trail.Trail}.
 */
@Room(uses = {"limits", "pharmacies", "sealedlink", "settings", "staff", "web"})
package souspli.trail;

import souspli.Room;
