package dev.millrace.local.demo.ledger;

import java.util.List;
import java.util.stream.Stream;

/**
 * The balance of a platform at one moment.
 *
 * @param garbage records of the topics that nobody can read; readers put them aside as dead letters
 */
public record Ledger(List<Account> accounts, List<LogLines> logs, int garbage) {

    public boolean balances() {
        return accounts.stream().allMatch(Account::balances)
                && logs.stream().allMatch(lines -> lines.differences().isEmpty());
    }

    /** Every difference as a line of text, places first. */
    public List<String> differences() {
        var inAccounts = accounts.stream()
                .flatMap(account -> account.differences().stream().map(each -> account.place() + ", " + each));
        var inLogs = logs.stream().flatMap(lines -> lines.differences().stream());
        return Stream.concat(inAccounts, inLogs).toList();
    }
}
