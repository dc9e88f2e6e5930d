package dev.millrace.broker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.millrace.broker", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule whatLooksAfterAClusterIsAClientOfIt = noClasses()
            .that()
            .resideInAnyPackage("..declared..", "..topics..", "..access..", "..groups..", "..skew..", "..alerts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.server..", "org.apache.kafka.metadata..");

    @ArchTest
    static final ArchRule theNodeKnowsNothingOfTopics = noClasses()
            .that()
            .resideInAPackage("..node..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..declared..", "..topics..", "..access..", "..groups..", "..skew..", "..alerts..");

    @ArchTest
    static final ArchRule noServiceIsKnownHere = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.millrace.orders..", "dev.millrace.users..", "dev.millrace.starter..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.millrace.broker.(*)..").should().beFreeOfCycles();
}
