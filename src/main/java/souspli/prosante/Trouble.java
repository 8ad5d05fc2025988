package souspli.prosante;

/**
 * Said to whoever writes the log: nobody can sign in by Pro Santé Connect, through no fault of theirs.
 *
 * @param step where it ended, one of few words of ours; nothing of anybody and nothing that the provider said
 */
public record Trouble(String step) {}
