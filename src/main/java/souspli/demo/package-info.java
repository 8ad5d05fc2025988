/**
 * Invented people, pharmacies and slips for a demo, made once through the same use cases as real ones: an invitation
 * that is accepted, a slip that is issued. Does nothing unless {@code souspli.environment} is {@code demo}. The road
 * begins in {@code DemoSeed}; what it made it writes into {@code demo.json}, the only file that ever holds codes.
 */
@Room(
    uses = {
      "api",
      "directory",
      "issuing",
      "links",
      "pharmacies",
      "result",
      "sealedlink",
      "settings",
      "signin",
      "staff"
    })
package souspli.demo;

import souspli.Room;
