-- How staff come in, and in again: what one person asks for and another one decides, codes for a lost second factor, and
-- members who have passkeys alone.

ALTER TABLE member
  MODIFY COLUMN password VARCHAR(200) NULL COMMENT 'Argon2id as a PHC string; null: passkeys alone',
  ADD COLUMN arrivals INT NOT NULL DEFAULT 0 COMMENT 'each makes worthless what let in before';

ALTER TABLE invitation
  ADD COLUMN renews BIGINT UNSIGNED NULL COMMENT 'the member who gets new factors; null: who does not work here';

-- Waits while nobody has decided. An invitation's secret is made by the approval, so there is no link before.
CREATE TABLE proposal (
  proposal   BIGINT UNSIGNED  NOT NULL PRIMARY KEY COMMENT 'random: names the row on its page',
  kind       TINYINT UNSIGNED NOT NULL COMMENT '1 administrator, 2 not in the directory, 3 no directory, 4 pharmacy',
  asked_by   BIGINT UNSIGNED  NOT NULL COMMENT '0 is the command line',
  asked_at   DATETIME         NOT NULL COMMENT 'UTC',
  name       VARCHAR(80)      NOT NULL COMMENT 'of the person or the pharmacy',
  email      VARCHAR(254)     NULL,
  role       TINYINT UNSIGNED NULL,
  pharmacy   BIGINT UNSIGNED  NULL,
  rpps       CHAR(11)         NULL,
  renews     BIGINT UNSIGNED  NULL,
  telephone  VARCHAR(20)      NULL,
  finess     CHAR(9)          NULL,
  zone       VARCHAR(40)      NULL,
  decided_by BIGINT UNSIGNED  NULL,
  decided_at DATETIME         NULL COMMENT 'UTC',
  approved   BOOLEAN          NULL,
  reason     VARCHAR(200)     NULL COMMENT 'of who decided',
  KEY proposal_by_time (asked_at),
  CONSTRAINT proposal_is_of_a_pharmacy FOREIGN KEY (pharmacy) REFERENCES pharmacy (pharmacy),
  CONSTRAINT proposal_takes_two CHECK (decided_by <> asked_by),
  CONSTRAINT proposal_is_decided_or_not CHECK ((decided_by IS NULL) = (approved IS NULL)),
  CONSTRAINT proposal_is_of_one_kind CHECK ((kind = 4) = (email IS NULL) AND (kind = 4) = (finess IS NOT NULL))
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Each lets its member in once in place of the second factor, and is removed by that.
CREATE TABLE recovery_code (
  member    BIGINT UNSIGNED NOT NULL,
  code_hash BINARY(32)      NOT NULL COMMENT 'keyed by the staff key, for this member since the last arrival',
  PRIMARY KEY (member, code_hash)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
