package souspli.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a fault happened, by class and line. Its messages stay out: they may quote what somebody typed. */
final class Trace {
  private Trace() {}

  static String of(Throwable fault) {
    StringBuilder trace = new StringBuilder();
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      trace.append(trace.isEmpty() ? "" : " because of ").append(cause.getClass().getName());
      trace.append(
          Arrays.stream(cause.getStackTrace())
              .limit(12)
              .map(frame -> frame.getClassName() + ':' + frame.getLineNumber())
              .collect(Collectors.joining(" < ", " at ", "")));
    }
    return trace.isEmpty() ? "without a cause" : trace.toString();
  }
}
