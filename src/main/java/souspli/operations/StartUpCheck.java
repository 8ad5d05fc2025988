package souspli.operations;

import java.util.List;

/** Something that must be true before the portal answers; each is named as the statement that it checks. */
interface StartUpCheck {
  /** What is not so, a line each that names the file or setting; empty when the statement holds. */
  List<String> faults();
}
