package dev.millrace.logs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.millrace.logs", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule linesArePure = classes()
            .that()
            .resideInAPackage("..lines..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "tools.jackson..", "dev.millrace.logs.lines..");

    @ArchTest
    static final ArchRule readingIsNotFiling = noClasses()
            .that()
            .resideInAPackage("..reading..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..filing..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.millrace.logs.(*)..").should().beFreeOfCycles();
}
