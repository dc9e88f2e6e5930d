package dev.millrace.local.demo.ledger;

import java.util.List;

/** The balance of a platform at one moment. */
public record Ledger(List<Account> accounts, List<LogLines> logs) {

    public boolean balances() {
        return accounts.stream().allMatch(Account::balances)
                && logs.stream().allMatch(lines -> lines.differences().isEmpty());
    }

    /** Every difference as a line of text, places first. */
    public List<String> differences() {
        var inAccounts = accounts.stream()
                .flatMap(account -> account.differences().stream().map(each -> account.place() + ", " + each));
        var inLogs = logs.stream().flatMap(lines -> lines.differences().stream());
        return java.util.stream.Stream.concat(inAccounts, inLogs).toList();
    }
}
