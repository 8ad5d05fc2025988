/**
 * What one person asks for and another one decides: a new administrator, a new pharmacy, and somebody whom the
 * directory does not have where they say they work.
 *
 * <p>Nobody decides what they asked for themselves; the table says so as well. An invitation's secret is made by the
 * approval, so before it there is no link that could be stolen, forwarded or used. Begins at {@link
 * souspli.approvals.Approve}.
 */
@Room(uses = {"directory", "lock", "mail", "pharmacies", "sealedlink", "staff", "trail"})
package souspli.approvals;

import souspli.Room;
