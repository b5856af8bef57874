using System.Text.Json.Serialization;

namespace OpsHub.Domain.Posts;

/// <summary>What is to be decided about an agency's head (负责人事项). A007.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HeadMatter>))]
public enum HeadMatter
{
    /// <summary>Appointment (任命).</summary>
    Appointment,

    /// <summary>Removal (免职).</summary>
    Removal,
}

/// <summary>A township's opinion (征求意见答复). A008.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HeadOpinion>))]
public enum HeadOpinion
{
    /// <summary>Agrees (同意).</summary>
    Agree,

    /// <summary>Disagrees (不同意).</summary>
    Disagree,

    /// <summary>Comments (有意见建议).</summary>
    Comments,
}

/// <summary>Where a head consultation stands (征求意见环节). SM4.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HeadStage>))]
public enum HeadStage
{
    /// <summary>The letter was sent (已书面征求意见).</summary>
    Sent,

    /// <summary>The opinion came back (已答复).</summary>
    Returned,

    /// <summary>No reply, with a reason (未答复，已说明).</summary>
    NoReply,

    /// <summary>Decided (已决定).</summary>
    Decided,

    /// <summary>Withdrawn by who asked (已撤回): nothing is decided on it.</summary>
    Withdrawn,
}

/// <summary>Where an inquiry on a head stands (调查核实环节). SM4.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InquiryStage>))]
public enum InquiryStage
{
    /// <summary>The township raised it (已提出). A009.</summary>
    Raised,

    /// <summary>Being investigated (调查中). A010.</summary>
    Investigating,

    /// <summary>The grounds hold (属实).</summary>
    Verified,

    /// <summary>They don't (不属实).</summary>
    NotVerified,

    /// <summary>Told to the township (已反馈). A011.</summary>
    FedBack,

    /// <summary>Closed (已办结).</summary>
    Closed,
}

/// <summary>Where a secondment stands (抽调借用环节). SM4.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SecondmentStage>))]
public enum SecondmentStage
{
    /// <summary>Asked for, waits for consents (已申请).</summary>
    Requested,

    /// <summary>Begun (借用中).</summary>
    Active,

    /// <summary>Back (已返回).</summary>
    Returned,

    /// <summary>One refusal is enough (不同意). A015.</summary>
    Refused,
}

/// <summary>A change of ordinary staff (人员调整). A013.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StaffMove>))]
public enum StaffMove
{
    /// <summary>Came in (调入).</summary>
    In,

    /// <summary>Left (调出).</summary>
    Out,

    /// <summary>Another post in the agency (内部调整).</summary>
    Within,
}

/// <summary>Whose consent to a secondment (同意方). A015.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SecondmentSide>))]
public enum SecondmentSide
{
    /// <summary>The township party committee's (乡镇街道党(工)委).</summary>
    Township,

    /// <summary>The organisation and personnel department's (组织人事部门).</summary>
    Personnel,
}
