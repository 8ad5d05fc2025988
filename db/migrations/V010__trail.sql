-- What staff did, and who was refused at their door. A line holds no trait, code, outcome or address as somebody typed it,
-- and of the network only a neighbourhood. Times are to the second: a trail that says only the day proves nothing.

CREATE TABLE trail (
  entry    BINARY(16)       NOT NULL PRIMARY KEY COMMENT 'random',
  at       DATETIME         NOT NULL COMMENT 'UTC',
  kind     TINYINT UNSIGNED NOT NULL,
  actor    BIGINT UNSIGNED  NOT NULL COMMENT '0 is the command line',
  pharmacy BIGINT UNSIGNED  NULL COMMENT 'whose manager sees it',
  subject  BIGINT UNSIGNED  NULL COMMENT 'the member it was done to',
  peer     VARCHAR(24)      NULL COMMENT 'a /24 of IPv4 or a /48 of IPv6, never a whole address',
  slip     CHAR(10)         NULL,
  KEY trail_by_time (at),
  KEY trail_by_actor (actor, at),
  KEY trail_by_subject (subject, at),
  KEY trail_by_pharmacy (pharmacy, at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What is old enough to be forgotten: the portal may delete here and not in the table itself, so that whoever breaks into
-- it removes no fresh line.
CREATE SQL SECURITY DEFINER VIEW trail_due AS
  SELECT entry, at FROM trail WHERE at < UTC_TIMESTAMP() - INTERVAL 180 DAY;

-- Refusals that anybody can cause are counted in a few lines for each day and member, so nobody fills the table.
CREATE TABLE refusal (
  entry    BINARY(16)       NOT NULL PRIMARY KEY COMMENT 'the same for all that are counted here',
  at       DATETIME         NOT NULL COMMENT 'UTC; the last one',
  first_at DATETIME         NOT NULL COMMENT 'UTC',
  times    INT UNSIGNED     NOT NULL DEFAULT 1,
  kind     TINYINT UNSIGNED NOT NULL,
  actor    BIGINT UNSIGNED  NOT NULL COMMENT '0 is somebody who was not let in',
  pharmacy BIGINT UNSIGNED  NULL COMMENT 'whose manager sees it',
  subject  BIGINT UNSIGNED  NULL COMMENT 'the member whose address was tried; null for an address of nobody',
  peer     VARCHAR(24)      NULL COMMENT 'of the first one',
  several  BOOLEAN          NOT NULL DEFAULT FALSE COMMENT 'further neighbourhoods are counted here',
  KEY refusal_by_time (at),
  KEY refusal_by_actor (actor, at),
  KEY refusal_by_subject (subject, at),
  KEY refusal_by_pharmacy (pharmacy, at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
