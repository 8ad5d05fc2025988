package souspli.scanner;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import souspli.staff.Act;
import souspli.staff.WhoIsActing;
import souspli.web.Speaker;

/** Tries a scanner out: two codes to scan, what arrived, and what to set. Nothing of it is kept. */
@Named
@RequestScoped
public class ScannerPage {
  private static final int LONGEST = 200;

  private Speaker speaker;
  private String arrived = "";
  private String pace = "";
  private String suffix = "";
  private Reading reading;

  protected ScannerPage() {}

  @Inject
  ScannerPage(WhoIsActing who, Speaker speaker) {
    who.require().require(Act.ISSUE);
    this.speaker = speaker;
  }

  /** One line of the judgement. */
  public record Line(boolean good, String words, String advice) {}

  public void judge() {
    if (!arrived.isEmpty() && arrived.length() <= LONGEST && pace.matches("\\d{1,5}")) {
      reading = Reading.of(arrived, Integer.parseInt(pace), suffix.matches("Enter|Tab") ? suffix : "");
    }
  }

  public boolean isRead() {
    return reading != null;
  }

  public boolean isRight() {
    return reading.right();
  }

  /** The text with its separators made visible. */
  public String getSeen() {
    return arrived.replace(BoxLabel.SEPARATOR, '\u241d');
  }

  public List<Line> getLines() {
    return reading == null ? List.of() : reading.points().stream().map(this::line).toList();
  }

  private Line line(Reading.Point point) {
    String words = speaker.text("scanner", point.key(), point.value());
    return new Line(point.good(), words, point.good() ? "" : speaker.text("scanner", point.key() + ".advice"));
  }

  public String getStubSvg() {
    return TrialCodes.stubSvg();
  }

  public String getLabelSvg() {
    return TrialCodes.labelSvg();
  }

  public String getArrived() {
    return arrived;
  }

  public void setArrived(String arrived) {
    this.arrived = arrived == null ? "" : arrived;
  }

  public String getPace() {
    return pace;
  }

  public void setPace(String pace) {
    this.pace = pace == null ? "" : pace;
  }

  public String getSuffix() {
    return suffix;
  }

  public void setSuffix(String suffix) {
    this.suffix = suffix == null ? "" : suffix;
  }
}
