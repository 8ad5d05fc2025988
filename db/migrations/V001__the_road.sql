-- From a printed slip to an opened result. Column by column this is the storage chapter of src/docs/sealed-link.md.
-- Nothing counts upwards, no time is finer than a day except in `event`, and every sealed column has one length.
-- The default of the database is utf8mb4_bin; each table repeats it, so that a restore elsewhere cannot change it.

CREATE TABLE pharmacy (
  pharmacy  BIGINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'random, never reused: it is part of every seal',
  name      VARCHAR(80)     NOT NULL,
  telephone VARCHAR(20)     NOT NULL,
  finess    CHAR(9)         NOT NULL UNIQUE,
  zone      VARCHAR(40)     NOT NULL COMMENT 'IANA time zone'
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE link (
  link_id      BINARY(32)       NOT NULL PRIMARY KEY COMMENT 'one-way from the token, which is stored nowhere',
  slip         CHAR(10)         NOT NULL UNIQUE,
  pharmacy     BIGINT UNSIGNED  NOT NULL,
  state        TINYINT UNSIGNED NOT NULL COMMENT '0 pending, 1 ready, 2 withdrawn',
  reason       TINYINT UNSIGNED NULL COMMENT 'why withdrawn',
  pepper_month INT              NOT NULL COMMENT 'yyyymm of issue',
  custody_day  DATE             NULL COMMENT 'day of the day key; null when custody has ended',
  expires_on   DATE             NOT NULL,
  verifier     BINARY(32)       NOT NULL,
  holder_wrap  BINARY(60)       NULL,
  custody_wrap BINARY(60)       NULL,
  traits       VARBINARY(1052)  NULL,
  log_key      BINARY(32)       NOT NULL,
  revision     INT              NOT NULL DEFAULT 0,
  events       INT              NOT NULL DEFAULT 0,
  report       BINARY(16)       NOT NULL,
  KEY link_of_the_day (pharmacy, custody_day),
  KEY link_by_custody (custody_day),
  KEY link_by_expiry (expires_on),
  CONSTRAINT link_is_of_a_pharmacy FOREIGN KEY (pharmacy) REFERENCES pharmacy (pharmacy),
  CONSTRAINT link_traits_have_one_length CHECK (LENGTH(traits) = 1052),
  CONSTRAINT link_state_is_known CHECK (state <= 2),
  CONSTRAINT link_withdrawn_has_a_reason CHECK ((state = 2) = (reason IS NOT NULL)),
  CONSTRAINT link_withdrawn_has_no_holder_wrap CHECK ((state = 2) = (holder_wrap IS NULL))
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE tries (
  link_id BINARY(32)       NOT NULL PRIMARY KEY,
  used    TINYINT UNSIGNED NOT NULL DEFAULT 0,
  allowed TINYINT UNSIGNED NOT NULL DEFAULT 5,
  CONSTRAINT tries_are_of_a_link FOREIGN KEY (link_id) REFERENCES link (link_id) ON DELETE CASCADE,
  CONSTRAINT tries_are_bounded CHECK (used <= allowed AND allowed <= 10)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE result (
  link_id  BINARY(32)     NOT NULL,
  revision INT            NOT NULL,
  sealed   VARBINARY(540) NOT NULL COMMENT 'BINARY ends at 255',
  PRIMARY KEY (link_id, revision),
  CONSTRAINT result_is_of_a_link FOREIGN KEY (link_id) REFERENCES link (link_id) ON DELETE CASCADE,
  CONSTRAINT result_revision_is_positive CHECK (revision >= 1),
  CONSTRAINT result_has_one_length CHECK (LENGTH(sealed) = 540)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE event (
  link_id  BINARY(32)       NOT NULL,
  seq      INT              NOT NULL,
  at       DATETIME         NOT NULL COMMENT 'UTC',
  kind     TINYINT UNSIGNED NOT NULL,
  actor    BIGINT UNSIGNED  NOT NULL COMMENT '0 is the holder',
  revision INT              NOT NULL,
  leaf     BIGINT           NULL COMMENT 'place in the public log; null until it is there',
  PRIMARY KEY (link_id, seq),
  KEY event_by_actor (actor, at),
  CONSTRAINT event_is_of_a_link FOREIGN KEY (link_id) REFERENCES link (link_id) ON DELETE CASCADE
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A form's draft is used up by the issue, so a reload never issues twice.
CREATE TABLE draft (
  draft   BINARY(16) NOT NULL PRIMARY KEY,
  link_id BINARY(32) NULL,
  used_on DATE       NOT NULL,
  KEY draft_by_day (used_on),
  CONSTRAINT draft_became_a_link FOREIGN KEY (link_id) REFERENCES link (link_id) ON DELETE CASCADE
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Bounded for ever: 2^18 cells, made here and never added to, so there is nothing to evict and nothing to fill up.
CREATE TABLE gate (
  cell MEDIUMINT UNSIGNED NOT NULL PRIMARY KEY,
  tat  BIGINT             NOT NULL DEFAULT 0 COMMENT 'microseconds since 1970: when the cell is empty again'
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO gate (cell, tat)
WITH octal AS (
  SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3
  UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7)
SELECT ((((a.d * 8 + b.d) * 8 + c.d) * 8 + e.d) * 8 + f.d) * 8 + g.d, 0
FROM octal a, octal b, octal c, octal e, octal f, octal g;

CREATE TABLE key_check (
  name         VARCHAR(40) NOT NULL PRIMARY KEY COMMENT 'file name in the key directory',
  key_check    BINARY(8)   NOT NULL,
  destroyed_on DATE        NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE member (
  member          BIGINT UNSIGNED  NOT NULL PRIMARY KEY COMMENT 'random',
  email           VARCHAR(254)     NOT NULL UNIQUE,
  name            VARCHAR(80)      NOT NULL,
  role            TINYINT UNSIGNED NOT NULL,
  pharmacy        BIGINT UNSIGNED  NULL,
  password        VARCHAR(200)     NOT NULL COMMENT 'Argon2id as a PHC string',
  totp            VARBINARY(92)    NULL COMMENT 'sealed with the staff key',
  totp_step       BIGINT           NOT NULL DEFAULT 0 COMMENT 'the last one used',
  wrong_factors   INT              NOT NULL DEFAULT 0,
  factor_disabled BOOLEAN          NOT NULL DEFAULT FALSE,
  disabled_on     DATE             NULL,
  CONSTRAINT member_is_of_a_pharmacy FOREIGN KEY (pharmacy) REFERENCES pharmacy (pharmacy)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE invitation (
  secret_hash BINARY(32)       NOT NULL PRIMARY KEY,
  email       VARCHAR(254)     NOT NULL,
  name        VARCHAR(80)      NOT NULL,
  role        TINYINT UNSIGNED NOT NULL,
  pharmacy    BIGINT UNSIGNED  NULL,
  expires_at  DATETIME         NOT NULL COMMENT 'UTC',
  used        BOOLEAN          NOT NULL DEFAULT FALSE,
  invited_by  BIGINT UNSIGNED  NOT NULL COMMENT '0 is the command line',
  CONSTRAINT invitation_is_of_a_pharmacy FOREIGN KEY (pharmacy) REFERENCES pharmacy (pharmacy)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How long who typed something wrong has to wait before the next try. Bounded for ever, since a cell has 16 bits; which
-- one belongs to an address and a neighbourhood of the network changes every day, so nothing here names either.
CREATE TABLE sign_in_wait (
  cell     SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
  wrong    TINYINT UNSIGNED  NOT NULL DEFAULT 0 COMMENT 'in a row',
  until_ms BIGINT            NOT NULL DEFAULT 0 COMMENT 'milliseconds since 1970'
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
