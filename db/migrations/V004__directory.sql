-- The public register of professionals, as far as it concerns us: which pharmacist works where. Everything in the first
-- table is published by the State; a load puts the whole of it in the place of the one before, in one transaction.

CREATE TABLE professional (
  rpps   CHAR(11)     NOT NULL COMMENT 'the number of a person',
  finess CHAR(9)      NOT NULL COMMENT 'the number of a place of work, not of its owner',
  name   VARCHAR(120) NOT NULL COMMENT 'as in the register: given name, family name',
  PRIMARY KEY (rpps, finess)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row: locked as long as a load runs, so that there is one at a time.
CREATE TABLE directory_load (
  only_row  TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  loaded_on DATE             NULL COMMENT 'null before the first load',
  CONSTRAINT directory_load_has_one_row CHECK (only_row = 1)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Null: nobody said it, or this person has none.
ALTER TABLE member ADD COLUMN rpps CHAR(11) NULL;
ALTER TABLE invitation ADD COLUMN rpps CHAR(11) NULL;
