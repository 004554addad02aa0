package io.pacelight.roster.domain.oneroster;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a package holds, known after the first reading: every sourcedId, and what the cross-checks need to know. */
public final class PackageIndex {
    private final Manifest manifest;
    private final Map<Table, SeenIds> ids = new EnumMap<>(Table.class);
    private final Map<Table, Set<String>> deleted = new EnumMap<>(Table.class);
    private final Set<Table> unreadable = EnumSet.noneOf(Table.class);
    private final Map<String, String> orgTypes = new HashMap<>();
    private final Map<String, String> classSchools = new HashMap<>();
    private final SeenIds students = new SeenIds();
    private final SeenIds withRole = new SeenIds();
    private final SeenIds usernames = new SeenIds();

    public PackageIndex(Manifest manifest) {
        this.manifest = manifest;
        for (Table table : Table.values()) {
            ids.put(table, new SeenIds());
            deleted.put(table, new HashSet<>());
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    public SeenIds ids(Table table) {
        return ids.getOrDefault(table, new SeenIds());
    }

    /** Ids whose row says tobedeleted. */
    public Set<String> deleted(Table table) {
        return deleted.getOrDefault(table, Set.of());
    }

    /** Takes in one row; answers the row that had the same sourcedId before, or 0. */
    public int add(Table table, Row row) {
        String id = row.get("sourcedId");
        if (id.isEmpty()) {
            return 0;
        }
        int before = ids(table).put(id, row.number());
        if (before != 0) {
            return before;
        }
        if (isDeleted(row)) {
            deleted.computeIfAbsent(table, t -> new HashSet<>()).add(id);
            return 0;
        }
        switch (table) {
            case ORGS -> orgTypes.put(id, row.get("type"));
            case CLASSES -> classSchools.put(id, row.get("schoolSourcedId"));
            case ROLES -> addRole(row.get("userSourcedId"), row.get("role"), row.number());
            case USERS -> {
                usernames.put(row.get("username"), row.number());
                if (manifest.version() == Version.V1_1) {
                    addRole(id, row.get("role"), row.number());
                }
            }
            case ACADEMIC_SESSIONS, COURSES, DEMOGRAPHICS, ENROLLMENTS -> {
                // their ids are all that is needed
            }
        }
        return 0;
    }

    private void addRole(String user, String role, int row) {
        withRole.put(user, row);
        if (role.equals("student")) {
            students.put(user, row);
        }
    }

    static boolean isDeleted(Row row) {
        return row.get("status").equals("tobedeleted");
    }

    /** A table whose file could not be read to its end is not asked for references. */
    public void markUnreadable(Table table) {
        unreadable.add(table);
    }

    public boolean isReadable(Table table) {
        return !unreadable.contains(table);
    }

    /** Whether the id is in the package and stays. */
    public boolean holds(Table table, String id) {
        return ids(table).has(id) && !deleted(table).contains(id);
    }

    /** The organisation's type, or empty when the package does not say. */
    public String orgType(String org) {
        return orgTypes.getOrDefault(org, "");
    }

    /** The school of a class, or empty when the package does not say. */
    public String schoolOf(String classId) {
        return classSchools.getOrDefault(classId, "");
    }

    public boolean isStudent(String user) {
        return students.has(user);
    }

    public boolean hasRole(String user) {
        return withRole.has(user);
    }

    /** The row that has this username first, or 0. */
    public int rowOfUsername(String username) {
        return usernames.rowOf(username);
    }

    /** Whether the package itself says every role of every user. */
    public boolean knowsAllRoles() {
        Table source = manifest.version() == Version.V1_1 ? Table.USERS : Table.ROLES;
        return manifest.mode(source) == Mode.BULK && manifest.mode(Table.USERS) == Mode.BULK && isReadable(source);
    }
}
