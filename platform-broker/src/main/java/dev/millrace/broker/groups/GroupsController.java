package dev.millrace.broker.groups;

import dev.millrace.broker.ConditionalOnControl;
import dev.millrace.broker.declared.ControlRole;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@ConditionalOnControl
final class GroupsController {

    private final GroupWatch watch;
    private final ControlRole role;

    GroupsController(GroupWatch watch, ControlRole role) {
        this.watch = watch;
        this.role = role;
    }

    /** Every group, partition by partition: how far it is, whether it keeps up, and what to do if not; 503 where the control role is not. */
    @GetMapping("/groups")
    List<JudgedGroup> groups() {
        if (!role.isOurs()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "This node is on standby: another broker has the control role.");
        }
        return watch.groups();
    }

    /** One group; 404 for one that has committed no offset. */
    @GetMapping("/groups/{name}")
    JudgedGroup group(@PathVariable String name) {
        return groups().stream()
                .filter(group -> group.group().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no group " + name));
    }
}
