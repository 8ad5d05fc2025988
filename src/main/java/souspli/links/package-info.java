/**
 * One result's way to one patient as the database holds it: the link, its states, the sealed revisions of its result,
 * and the one place where a link ends.
 *
 * <p>Rows are found by slip number within one pharmacy, or by link id; a link that is about to change is locked first.
 * Staff begin at {@link souspli.links.Links}, an opening at {@link souspli.links.SealedLinks}.
 */
@Room(uses = {"accesslog", "keys", "result", "sealedlink", "settings"})
package souspli.links;

import souspli.Room;
