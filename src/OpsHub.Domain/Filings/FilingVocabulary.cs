using System.Text.Json.Serialization;

namespace OpsHub.Domain.Filings;

/// <summary>What a document on file is (备案文件类别).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FilingKind>))]
public enum FilingKind
{
    /// <summary>Implementing measures of a county (实施办法). A042, A045.</summary>
    ImplementingMeasures,

    /// <summary>Assessment and reward measures of a county (考核及奖励办法). A048.</summary>
    AssessmentMeasures,

    /// <summary>Detailed rules of a department or a township (细则). A047.</summary>
    DetailedRules,

    /// <summary>Power list of a township (权力清单). R019, T111.</summary>
    PowerList,

    /// <summary>Responsibility list of a township (责任清单). R019, T111.</summary>
    ResponsibilityList,

    /// <summary>Directory of public services of a township (公共服务事项目录). R019, T009.</summary>
    ServiceDirectory,
}

/// <summary>With which city organ implementing measures are filed (备案机关). A042.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FilingReceiver>))]
public enum FilingReceiver
{
    /// <summary>The city's organisation department (市委组织部).</summary>
    Organisation,

    /// <summary>The city's establishment office (市编办).</summary>
    Establishment,
}

/// <summary>Class of a matter that a township really bears (事项类别). R028.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatterClass>))]
public enum MatterClass
{
    /// <summary>Enforcement with a clear owner (主体明确的行政执法事项). R029.</summary>
    ClearOwner,

    /// <summary>Across departments (跨部门的综合性事项). R030.</summary>
    CrossDepartment,

    /// <summary>Public service (公共服务事项). R032.</summary>
    PublicService,
}

/// <summary>Which level provides a public service (服务提供层级). R032.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProviderLevel>))]
public enum ProviderLevel
{
    /// <summary>The township or street (乡镇、街道).</summary>
    Township,

    /// <summary>The community or village (社区、村).</summary>
    Community,
}

/// <summary>What a unit owes to have on file (备案义务).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FilingDutyKind>))]
public enum FilingDutyKind
{
    /// <summary>Implementing measures filed with the city's organisation department (报市委组织部备案). A042.</summary>
    OrganisationFiling,

    /// <summary>Implementing measures filed with the city's establishment office (报市编办备案). A042.</summary>
    EstablishmentFiling,

    /// <summary>Assessment and reward measures (制定考核及奖励办法). A048.</summary>
    AssessmentMeasures,

    /// <summary>Detailed rules of a department or township (制定细则). A047.</summary>
    DetailedRules,

    /// <summary>Power list (编制权力清单). R019, T111.</summary>
    PowerList,

    /// <summary>Responsibility list (编制责任清单). R019, T111.</summary>
    ResponsibilityList,

    /// <summary>Directory of public services (编制公共服务事项目录). R019.</summary>
    ServiceDirectory,
}
