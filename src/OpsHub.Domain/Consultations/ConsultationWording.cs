namespace OpsHub.Domain.Consultations;

/// <summary>Words of consultations for people, in both languages (协商用语).</summary>
public static class ConsultationWording
{
    /// <summary>A stage (步骤).</summary>
    /// <exception cref="InvalidOperationException">A stage without words: a mistake in the program.</exception>
    public static (string Zh, string En) Of(ConsultationStage stage) => stage switch
    {
        ConsultationStage.Collecting => ("收集意见", "collecting opinions"),
        ConsultationStage.TopicProposed => ("已提出议题", "topic proposed"),
        ConsultationStage.TopicDetermined => ("议题已确定，待制定方案", "topic determined, awaits the plan"),
        ConsultationStage.Planned => ("方案已制定，待公告和确定参与主体", "planned, awaits notice and participants"),
        ConsultationStage.Prepared => ("准备就绪，待协商", "prepared, awaits the session"),
        ConsultationStage.InSession => ("协商进行中", "in session"),
        ConsultationStage.SessionEnded => ("协商会议已结束", "session ended"),
        ConsultationStage.Concluded => ("已形成协商意见", "concluded"),
        ConsultationStage.VoteRequired => ("待表决", "a vote must be held"),
        ConsultationStage.VotePassed => ("表决通过", "vote passed"),
        ConsultationStage.VoteFailed => ("表决未通过", "vote failed"),
        ConsultationStage.Adopted => ("已采纳，待实施", "adopted, awaits implementation"),
        ConsultationStage.Implementing => ("组织实施中", "being carried out"),
        ConsultationStage.Implemented => ("实施完成，待反馈", "carried out, awaits feedback"),
        ConsultationStage.FedBack => ("已反馈，待满意度调查", "fed back, awaits the survey"),
        ConsultationStage.Surveyed => ("已测评，待归档", "surveyed, awaits archiving"),
        ConsultationStage.Archived => ("已归档", "archived"),
        ConsultationStage.NotAdopted => ("未采纳", "not adopted"),
        ConsultationStage.Corrected => ("结果已纠正", "result corrected"),
        ConsultationStage.Withdrawn => ("已撤回", "withdrawn"),
        _ => throw new InvalidOperationException($"No words for the stage {stage}."),
    };

    /// <summary>What a warning notes (提示说明), for people: of a kind of body that was not heard its name, everything else as it was noted; null when nothing was.</summary>
    public static (string Zh, string En)? Of(ConsultationWarning warning) =>
        warning.Note.Length == 0 ? null
        : Enum.GetValues<ParticipantKind>().Where(k => k.ToString() == warning.Note).ToArray() is [var kind]
            ? ($"未听取“{ConsultationWarnings.Name(kind)}”的意见", $"Not heard: {ConsultationWarnings.NameEn(kind)}.")
            : (warning.Note, warning.Note);

    /// <summary>A step that residents may vote upon (协商步骤). C025.</summary>
    /// <exception cref="InvalidOperationException">A step without words: a mistake in the program.</exception>
    public static (string Zh, string En) Of(ConsultationStepKind step) => step switch
    {
        ConsultationStepKind.Opinions => ("收集意见", "collecting opinions"),
        ConsultationStepKind.WorkMeeting => ("工作例会", "the work meeting"),
        ConsultationStepKind.Topic => ("确定议题", "determining the topic"),
        ConsultationStepKind.Plan => ("制定方案", "making the plan"),
        ConsultationStepKind.Notice => ("发布公告", "publishing the notice"),
        ConsultationStepKind.Participants => ("确定参与主体", "fixing the participants"),
        ConsultationStepKind.Session => ("开展协商", "the session"),
        ConsultationStepKind.Announcement => ("公告协商情况", "the announcement"),
        _ => throw new InvalidOperationException($"No words for the step {step}."),
    };

    /// <summary>A variant (协商类型).</summary>
    /// <exception cref="InvalidOperationException">A variant without words: a mistake in the program.</exception>
    public static (string Zh, string En) Of(ConsultationVariant variant) => variant switch
    {
        ConsultationVariant.BuildingOrGroup => ("楼宇小区、村民小组协商", "building or villagers' group consultation"),
        ConsultationVariant.Community => ("社区、村协商", "community consultation"),
        ConsultationVariant.CrossCommunity => ("跨社区、跨村协商", "cross-community consultation"),
        ConsultationVariant.DirectMeeting => ("会议直议", "direct meeting"),
        _ => throw new InvalidOperationException($"No words for the variant {variant}."),
    };

    /// <summary>How a session ended (会议结果).</summary>
    /// <exception cref="InvalidOperationException">An outcome without words: a mistake in the program.</exception>
    public static (string Zh, string En) Of(SessionOutcome outcome) => outcome switch
    {
        SessionOutcome.Consensus => ("达成一致", "agreement"),
        SessionOutcome.NoConsensus => ("未达成一致", "no agreement"),
        SessionOutcome.LargeDispute => ("争议较大", "large dispute"),
        _ => throw new InvalidOperationException($"No words for the outcome {outcome}."),
    };

    /// <summary>A body that votes (表决主体).</summary>
    /// <exception cref="InvalidOperationException">A body without words: a mistake in the program.</exception>
    public static (string Zh, string En) Of(VoteBody body) => body switch
    {
        VoteBody.ResidentsMeeting => ("居（村）民会议", "the residents' or villagers' meeting"),
        VoteBody.RepresentativesMeeting => ("居（村）民代表会议", "the representatives' meeting"),
        VoteBody.MultiPartyMeeting => ("多元主体参加的会议", "the meeting of plural bodies"),
        VoteBody.Council => ("议事会", "the council"),
        _ => throw new InvalidOperationException($"No words for the body {body}."),
    };

    /// <summary>A threshold (通过门槛).</summary>
    /// <exception cref="InvalidOperationException">A threshold without words: a mistake in the program.</exception>
    public static (string Zh, string En) Of(VoteThreshold threshold) => threshold switch
    {
        VoteThreshold.Majority => ("到会人员过半数", "more than half of those present"),
        VoteThreshold.TwoThirds => ("到会人员三分之二以上", "at least two thirds of those present"),
        _ => throw new InvalidOperationException($"No words for the threshold {threshold}."),
    };

    /// <summary>Whom a feedback tells (反馈对象).</summary>
    /// <exception cref="InvalidOperationException">An audience without words: a mistake in the program.</exception>
    public static (string Zh, string En) Of(FeedbackAudience audience) => audience switch
    {
        FeedbackAudience.Masses => ("群众", "the masses"),
        FeedbackAudience.Participants => ("协商主体", "participants"),
        FeedbackAudience.Stakeholders => ("利益相关方", "interested parties"),
        FeedbackAudience.Residents => ("居（村）民", "residents"),
        _ => throw new InvalidOperationException($"No words for the audience {audience}."),
    };

    /// <summary>Where a delegated matter stands (受委托事项进展).</summary>
    /// <exception cref="InvalidOperationException">A stage without words: a mistake in the program.</exception>
    public static (string Zh, string En) Of(DelegatedStage stage) => stage switch
    {
        DelegatedStage.None => ("未产生结果", "no result yet"),
        DelegatedStage.ToReport => ("待上报", "to be reported up"),
        DelegatedStage.Reported => ("已上报", "reported up"),
        DelegatedStage.Studied => ("已研究", "studied"),
        DelegatedStage.Adopted => ("已采纳", "adopted"),
        DelegatedStage.Refused => ("不予采纳", "refused"),
        DelegatedStage.FedBack => ("已反馈", "fed back"),
        DelegatedStage.Void => ("结果已撤销", "void, the result was annulled"),
        _ => throw new InvalidOperationException($"No words for the stage {stage}."),
    };

    /// <summary>What a command is called (步骤名称): a verb.</summary>
    /// <exception cref="InvalidOperationException">A command without words: a mistake in the program.</exception>
    public static (string Zh, string En) Of(Type command) => command.Name switch
    {
        nameof(OpenConsultation) => ("启动协商", "begin"),
        nameof(AddOpinion) => ("登记意见", "add an opinion"),
        nameof(RecordSolicitation) => ("登记征求意见情况", "record that bodies were asked"),
        nameof(HoldWorkMeeting) => ("记录工作例会", "record the work meeting"),
        nameof(RerouteConsultation) => ("确定协商层级", "decide on the way"),
        nameof(AddMatterFacts) => ("补充事项情况", "add facts of the matter"),
        nameof(SimplifySteps) => ("简化步骤", "simplify the steps"),
        nameof(ProposeTopic) => ("提出议题", "propose the topic"),
        nameof(ReportToCouncil) => ("上报议事会", "report the topic to the council"),
        nameof(DetermineTopic) => ("确定议题", "determine the topic"),
        nameof(MakePlan) => ("制定方案", "make the plan"),
        nameof(PublishNotice) => ("发布公告", "publish the notice"),
        nameof(FixParticipants) => ("确定参与主体", "fix the participants"),
        nameof(StartSession) => ("开始协商", "start the session"),
        nameof(AdjournSession) => ("休会", "adjourn"),
        nameof(ResumeSession) => ("复会", "resume"),
        nameof(EndSession) => ("结束协商", "end the session"),
        nameof(Announce) => ("公告协商情况", "announce"),
        nameof(ExplainDissent) => ("解释说明", "explain to a dissenter"),
        nameof(Conclude) => ("形成协商意见", "conclude"),
        nameof(OpenAnotherRound) => ("再次协商", "open another round"),
        nameof(RequireVote) => ("提交表决", "put it to a vote"),
        nameof(HoldVote) => ("记录表决结果", "record the vote"),
        nameof(Shelve) => ("搁置", "shelve"),
        nameof(CloseFailed) => ("按未通过结束", "close after the failed vote"),
        nameof(AdoptResult) => ("采纳结果", "adopt the result"),
        nameof(StartImplementation) => ("组织实施", "start implementation"),
        nameof(PublishProgress) => ("公开进度", "publish progress"),
        nameof(NoteSupervision) => ("记录监督意见", "note supervision"),
        nameof(CompleteImplementation) => ("实施完成", "complete implementation"),
        nameof(FeedBackResult) => ("反馈落实情况", "feed back"),
        nameof(RecordSurvey) => ("登记回访和满意度调查", "record the follow-up visit and survey"),
        nameof(ArchiveConsultation) => ("归档", "archive"),
        nameof(CorrectResult) => ("纠正结果", "correct the result"),
        nameof(DismissReview) => ("结束复核", "end the review"),
        nameof(WithdrawConsultation) => ("撤回", "withdraw"),
        nameof(ReportUp) => ("上报结果", "report the result up"),
        nameof(StudyReport) => ("研究", "study the report"),
        nameof(DecideReport) => ("答复采纳与否", "adopt or refuse the result"),
        nameof(FeedBackReport) => ("向利益相关者反馈", "feed back to those it concerns"),
        var unknown => throw new InvalidOperationException($"No words for {unknown}."),
    };

    /// <summary>What a duty is called (义务名称), by the stem of its term.</summary>
    /// <exception cref="InvalidOperationException">A stem without words: a mistake in the program.</exception>
    public static (string Zh, string En) OfDuty(string stem) => stem switch
    {
        DutyStems.WorkMeeting => ("召开工作例会", "holding the work meeting"),
        DutyStems.ReportToCouncil => ("上报议事会", "reporting to the council"),
        DutyStems.TakeTopic => ("议事会受理议题", "the council's taking the topic"),
        DutyStems.Plan => ("制定协商方案", "the plan"),
        DutyStems.Announce => ("公告协商情况", "the announcement"),
        DutyStems.Explain => ("解释说明", "explanation to a dissenter"),
        DutyStems.ReportUp => ("上报结果", "reporting the result up"),
        DutyStems.GovernmentFeedback => ("研究采纳并反馈", "the answer of government or department"),
        DutyStems.Progress => ("公开进度", "publishing progress"),
        DutyStems.Milestone => ("完成节点", "a milestone"),
        DutyStems.Feedback => ("反馈落实情况", "feedback"),
        DutyStems.Survey => ("回访和满意度调查", "follow-up visit and survey"),
        DutyStems.Archive => ("归档、报备", "archiving"),
        DutyStems.Step => ("办理下一步", "the next step"),
        _ => throw new InvalidOperationException($"No words for the duty {stem}."),
    };
}
