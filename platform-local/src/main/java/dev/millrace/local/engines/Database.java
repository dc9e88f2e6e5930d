package dev.millrace.local.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to connect to a database as the role that owns it. */
public record Database(String url, String username, String password) {

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }
}
