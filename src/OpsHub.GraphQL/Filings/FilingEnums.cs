using OpsHub.Domain.Filings;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Filings;

/// <summary>Kinds of documents.</summary>
internal sealed class FilingKindType() : EnumType<FilingKind>("FilingKind", "What a document on file is (备案文件类别).",
    ("IMPLEMENTING_MEASURES", FilingKind.ImplementingMeasures, "Implementing measures of a county (实施办法). A042, A045."),
    ("ASSESSMENT_MEASURES", FilingKind.AssessmentMeasures, "Assessment and reward measures of a county (考核及奖励办法). A048."),
    ("DETAILED_RULES", FilingKind.DetailedRules, "Detailed rules of a department or a township (细则). A047."),
    ("POWER_LIST", FilingKind.PowerList, "Power list of a township (权力清单). R019, T111."),
    ("RESPONSIBILITY_LIST", FilingKind.ResponsibilityList, "Responsibility list of a township (责任清单). R019, T111."),
    ("SERVICE_DIRECTORY", FilingKind.ServiceDirectory, "Directory of public services of a township (公共服务事项目录). R019, T009."));

/// <summary>City organs.</summary>
internal sealed class FilingReceiverType() : EnumType<FilingReceiver>("FilingReceiver", "With which city organ implementing measures are filed (备案机关). A042.",
    ("ORGANISATION", FilingReceiver.Organisation, "The city's organisation department (市委组织部)."),
    ("ESTABLISHMENT", FilingReceiver.Establishment, "The city's establishment office (市编办)."));

/// <summary>Classes of matters.</summary>
internal sealed class MatterClassType() : EnumType<MatterClass>("MatterClass", "Class of a matter that a township really bears (事项类别). R028.",
    ("CLEAR_OWNER", MatterClass.ClearOwner, "Enforcement with a clear owner (主体明确的行政执法事项). R029."),
    ("CROSS_DEPARTMENT", MatterClass.CrossDepartment, "Across departments (跨部门的综合性事项). R030."),
    ("PUBLIC_SERVICE", MatterClass.PublicService, "Public service (公共服务事项). R032."));

/// <summary>Levels of providers.</summary>
internal sealed class ProviderLevelType() : EnumType<ProviderLevel>("ProviderLevel", "Which level provides a public service (服务提供层级). R032.",
    ("TOWNSHIP", ProviderLevel.Township, "The township or street (乡镇、街道)."),
    ("COMMUNITY", ProviderLevel.Community, "The community or village (社区、村)."));

/// <summary>Kinds of obligations.</summary>
internal sealed class FilingDutyKindType() : EnumType<FilingDutyKind>("FilingDuty", "What a unit owes to have on file (备案义务).",
    ("ORGANISATION_FILING", FilingDutyKind.OrganisationFiling, "Implementing measures filed with the city's organisation department (报市委组织部备案). A042."),
    ("ESTABLISHMENT_FILING", FilingDutyKind.EstablishmentFiling, "Implementing measures filed with the city's establishment office (报市编办备案). A042."),
    ("ASSESSMENT_MEASURES", FilingDutyKind.AssessmentMeasures, "Assessment and reward measures (制定考核及奖励办法). A048."),
    ("DETAILED_RULES", FilingDutyKind.DetailedRules, "Detailed rules of a department or township (制定细则). A047."),
    ("POWER_LIST", FilingDutyKind.PowerList, "Power list (编制权力清单). R019, T111."),
    ("RESPONSIBILITY_LIST", FilingDutyKind.ResponsibilityList, "Responsibility list (编制责任清单). R019, T111."),
    ("SERVICE_DIRECTORY", FilingDutyKind.ServiceDirectory, "Directory of public services (编制公共服务事项目录). R019."));
