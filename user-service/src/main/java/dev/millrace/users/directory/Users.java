package dev.millrace.users.directory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Repository;

/** The table users. */
@Repository
class Users {

    private static final String EMAIL_KEY = "users_email_key";
    private static final String PRIMARY_KEY = "users_pkey";

    private final EntityManager entities;

    Users(EntityManager entities) {
        this.entities = entities;
    }

    /** A query, because {@code EntityManager.find} answers null when the connection breaks. */
    Optional<User> find(UUID id) {
        return byId(id).getResultStream().findAny();
    }

    /** Lets writers of one user take turns. */
    Optional<User> findToWrite(UUID id) {
        return byId(id).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findAny();
    }

    Optional<User> findByEmail(String email) {
        return entities.createQuery("select u from User u where lower(u.email) = lower(:email)", User.class)
                .setParameter("email", email)
                .getResultStream()
                .findAny();
    }

    List<User> findAfter(@Nullable UUID id, int limit) {
        var query = id == null
                ? entities.createQuery("select u from User u order by u.id", User.class)
                : entities.createQuery("select u from User u where u.id > :id order by u.id", User.class)
                        .setParameter("id", id);
        return query.setMaxResults(limit).getResultList();
    }

    User add(User user) {
        entities.persist(user);
        return write(user);
    }

    /** Brings the changes of {@code user} to the database, which has the last word on e-mail and version. */
    User write(User user) {
        try {
            entities.flush();
            return user;
        } catch (ConstraintViolationException e) {
            throw switch (e.getConstraintName()) {
                case EMAIL_KEY -> Refusals.emailTaken();
                case PRIMARY_KEY -> new ConcurrencyFailureException("Someone else has added the same user", e);
                case null, default -> e;
            };
        }
    }

    void remove(User user) {
        entities.remove(user);
        entities.flush();
    }

    private TypedQuery<User> byId(UUID id) {
        return entities.createQuery("select u from User u where u.id = :id", User.class)
                .setParameter("id", id);
    }
}
