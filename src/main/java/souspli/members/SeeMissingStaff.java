package souspli.members;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import souspli.directory.Directory;
import souspli.staff.Act;
import souspli.staff.Acting;

/** An administrator sees whom the directory, as it was loaded last, does not have where they work. */
@Dependent
public class SeeMissingStaff {

  private final Directory directory;

  @Inject
  public SeeMissingStaff(Directory directory) {
    this.directory = directory;
  }

  public List<Directory.Missing> all(Acting acting) {
    acting.require(Act.SEE_MISSING_STAFF);
    return directory.missingStaff();
  }
}
