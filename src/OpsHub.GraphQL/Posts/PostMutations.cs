using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Posts;

/// <summary>A mutation for every step of people decisions that a person takes: from input to command, and nothing more. Rules stand in the domain.</summary>
internal sealed class PostMutations(IGrainFactory grains, PostsReader reader, CommandWarnings warnings) : IRootFields<HubMutation>
{
    public void AddTo(HubMutation mutation)
    {
        Step<RecordAgencyPostsInput>(mutation, typeof(RecordPosts), "Record posts and how many are filled (登记编制和在岗数). A012; by the dispatching department.", i => new RecordPosts(i.Number("posts"), i.Number("filled")));
        Step<RecordPartyRelationsInput>(mutation, typeof(RecordPartyRelations), "Record party and League relations as counts (登记党团组织关系). A005; by the agency.",
            i => new RecordPartyRelations(i.Number("transferred"), i.Number("notTransferred"), i.Flag("ownOrganisation"), i.OptionalText("reason")));
        AddHeads(mutation);
        AddInquiries(mutation);
        AddStaff(mutation);
    }

    private void AddHeads(HubMutation mutation)
    {
        Step<AskHeadOpinionInput>(mutation, typeof(AskHeadOpinion), "Ask the township party committee in writing before a head is decided (书面征求意见). A007; by department or organisation department.",
            i => new AskHeadOpinion(i.OptionalChoice<HeadMatter>("matter"), i.Text("post"), i.Text("letter")));
        Step<ProposeHeadOpinionInput>(mutation, typeof(ProposeHeadOpinion), "Propose the opinion (拟定意见). A016; by the host township.",
            i => new ProposeHeadOpinion(i.Number("consultation"), i.OptionalChoice<HeadOpinion>("opinion"), i.Text("text")));
        Step<AgreeToHeadOpinionInput>(mutation, typeof(AgreeToHeadOpinion), "Agree to the opinion (同意拟定意见). A016; by a township served.", i => new AgreeToHeadOpinion(i.Number("consultation"), i.Number("proposal")));
        Step<ReturnHeadOpinionInput>(mutation, typeof(ReturnHeadOpinion), "Reply (答复征求意见). A008, A016; by the host township, once all agree.", i => new ReturnHeadOpinion(i.Number("consultation")));
        Step<RecordNoHeadReplyInput>(mutation, typeof(RecordNoReply), "Record that no reply came (记录未答复). A008; by who asked, after the term.", i => new RecordNoReply(i.Number("consultation"), i.Text("reason")));
        Step<DecideHeadInput>(mutation, typeof(DecideHead), "Decide on the head (决定任免). A007, R033; by who asked.", i => new DecideHead(i.Number("consultation"), i.OptionalText("reason")));
        Step<WithdrawHeadConsultationInput>(mutation, typeof(WithdrawHead), "Withdraw a consultation on a head (撤回征求意见). A007; by who asked.", i => new WithdrawHead(i.Number("consultation"), i.Text("reason")));
    }

    private void AddInquiries(HubMutation mutation)
    {
        Step<RaiseHeadInquiryInput>(mutation, typeof(RaiseInquiry), "Raise an opinion on a head (对负责人提出意见). A009; by a township served.", i => new RaiseInquiry(i.Text("grounds"), i.Flag("toDepartment")));
        Step<BeginHeadInquiryInput>(mutation, typeof(BeginInquiry), "Begin the inquiry (开始调查核实). A010; by who was asked to.", i => new BeginInquiry(i.Number("inquiry")));
        Step<RecordInquiryFindingInput>(mutation, typeof(RecordFinding), "Record what was found (登记调查结果). A010; by who investigates.", i => new RecordFinding(i.Number("inquiry"), i.Flag("verified"), i.Text("finding")));
        Step<FeedBackHeadInquiryInput>(mutation, typeof(FeedBackInquiry), "Tell the township (反馈调查结果). A011; by who investigates.", i => new FeedBackInquiry(i.Number("inquiry"), i.Text("feedback")));
        Step<CloseHeadInquiryInput>(mutation, typeof(CloseInquiry), "Close the inquiry (办结). A011; by who investigates.", i => new CloseInquiry(i.Number("inquiry")));
    }

    private void AddStaff(HubMutation mutation)
    {
        Step<RequestSecondmentInput>(mutation, typeof(RequestSecondment), "Ask for a secondment (申请抽调借用). A014; by the department.",
            i => new RequestSecondment(i.Text("need"), i.Text("to"), i.Number("count"), i.Day("until")));
        Step<AgreeToSecondmentInput>(mutation, typeof(AgreeToSecondment), "Consent to a secondment (同意抽调借用). A015; by every township served, and the organisation department.", i => new AgreeToSecondment(i.Number("secondment")));
        Step<RefuseSecondmentInput>(mutation, typeof(RefuseSecondment), "Refuse a secondment (不同意抽调借用). A015; by one of those.", i => new RefuseSecondment(i.Number("secondment"), i.Text("reason")));
        Step<BeginSecondmentInput>(mutation, typeof(BeginSecondment), "Begin a secondment (开始借用). A015; by the department, with both consents.", i => new BeginSecondment(i.Number("secondment")));
        Step<EndSecondmentInput>(mutation, typeof(EndSecondment), "End a secondment (借用返回). A015; by the department.", i => new EndSecondment(i.Number("secondment")));
        Step<RecordStaffChangeInput>(mutation, typeof(RecordStaffChange), "Record a change of ordinary staff (登记人员调整). A013; by the department.",
            i => new RecordStaffChange(i.OptionalChoice<StaffMove>("move"), i.Text("post"), i.Number("count")));
        Step<InformTownshipOfStaffChangeInput>(mutation, typeof(InformTownship), "Record that the township was informed (告知人员调整). A013; by the department.", i => new InformTownship(i.Number("change"), i.Text("notice")));
    }

    private void Step<TInput>(HubMutation mutation, Type command, string description, Func<CommandInput, PostCommand> read) where TInput : IGraphType =>
        mutation.Do<TInput, PostsPayloadType>(PostMoveNames.Of(command), description + " Errors as in CommandError.", (context, fields) => Do(context, fields, read));

    private ValueTask<object?> Do(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, PostCommand> read) => CaseCommander.Answer(
        async () =>
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (agency, command, about) = (input.Organ("agency"), read(input), CaseCommander.Context(input, viewer));
            if (await reader.Read(viewer.Actor, agency).ConfigureAwait(false) is not { } seen)
                return PostsPayload.Refused(HubRefusals.NoAgency);
            // How long the trace is they are not told, and may not try out.
            if (!seen.IsWhole && about.ExpectedVersion is not null)
                return PostsPayload.Refused(HubRefusals.Input("expectedVersion", "expectedVersion 只用于可查阅人事事项的单位", "expectedVersion is for those who read people decisions"));
            var reply = await grains.Posts(agency).Do(command, about).ConfigureAwait(false);
            return PostsPayload.Of(agency, reply) with { IsBlank = !seen.IsWhole, Warnings = warnings.Of(fields) };
        },
        PostsPayload.Refused);
}
