/**
 * One checked record of every setting, and the clock.
 *
 * <p>Begins at {@link souspli.settings.Settings#read}: all faults are found at once and named. Inside the server
 * {@link souspli.settings.Deployment} hands the record to whoever asks; nothing else reads the environment or the time.
 */
@Room(uses = {})
package souspli.settings;

import souspli.Room;
