package dev.millrace.broker.declared;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/**
 * What a cluster has of one kind.
 *
 * @param content of the file that declares just that
 * @param remarks what the file can't say, in sentences
 */
public record Imported(Map<String, ?> content, List<String> remarks) {

    public Imported {
        remarks = remarks.stream().map(remark -> remark.replaceAll("\\s+", " ")).toList();
    }

    /** As text of the file, with the remarks as comments. */
    public String yaml() {
        var text = new StringBuilder();
        remarks.forEach(remark -> text.append("# ").append(remark).append('\n'));
        return text.append(new Yaml(style()).dump(content)).toString();
    }

    private static DumperOptions style() {
        var style = new DumperOptions();
        style.setDefaultFlowStyle(FlowStyle.BLOCK);
        style.setIndicatorIndent(2);
        style.setIndentWithIndicator(true);
        style.setSplitLines(false);
        style.setDereferenceAliases(true);
        return style;
    }
}
