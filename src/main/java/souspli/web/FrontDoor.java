package souspli.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Holds every request from outside against {@link PublicPaths}, and refuses early what no page of ours sends: bodies
 * that are long, compressed or of unsaid length, and posts from other sites.
 */
public class FrontDoor extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Bytes; the largest form of ours has a tenth of it. */
  static final int LONGEST_BODY = 65_536;

  private final Speaker speaker;

  @Inject
  FrontDoor(Speaker speaker) {
    this.speaker = speaker;
  }

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    speaker.listen(request);
    Optional<PublicPath> found = PublicPaths.find(pathOf(request), request.getMethod());
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (request.getHeader("Transfer-Encoding") != null) {
      response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
    } else if (request.getContentLengthLong() > LONGEST_BODY) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (request.getHeader("Content-Encoding") != null) {
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
    } else if (isForeignPost(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (found.get().target().equals(found.get().path())) {
      chain.doFilter(request, response);
      if (response.getStatus() == HttpServletResponse.SC_NOT_FOUND && !response.isCommitted()) {
        // Faces says so without a word: that would be a page of its own
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
      }
    } else {
      request.getRequestDispatcher(found.get().target()).forward(request, response);
    }
  }

  /** The path as it was sent: a decoded or shortened one could be told apart from the table's by what it hides. */
  private static String pathOf(HttpServletRequest request) {
    return request.getRequestURI();
  }

  /**
   * Browsers say where a post comes from. Programs and old browsers do not, and carry no cookie that could be abused;
   * {@code Origin} is {@code null} under our own referrer policy and so tells nothing.
   */
  private static boolean isForeignPost(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return request.getMethod().equals("POST")
        && site != null
        && !site.equals("same-origin")
        && !site.equals("none");
  }
}
