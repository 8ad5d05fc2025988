-- A report is the same through re-issues: whoever entered a revision of it may have done so in a link before this one.

ALTER TABLE link ADD KEY link_by_report (report);
