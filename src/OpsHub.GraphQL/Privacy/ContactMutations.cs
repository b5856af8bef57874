using GraphQL.Types;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Privacy;

/// <summary>Reading or erasing a contact.</summary>
internal sealed class ContactInput : CaseInput
{
    public ContactInput() : base("ContactInput", "Reading or erasing the reporter's contact (联系方式). G049.") => Needs<StringGraphType>("reason", "What for (理由), 1 to 500 characters; it stands in the trace.");
}

/// <summary>What reading a contact brought.</summary>
internal sealed class ContactPayloadType : Described<ContactPayload>
{
    public ContactPayloadType() : base("ContactPayload", "What reading the reporter's contact brought (联系方式): the contact with its line in the trace, or errors.")
    {
        Maybe<StringGraphType>("contact", "The reporter's contact (联系方式), at most 200 characters; null when refused.", p => p.Contact);
        Maybe<IntGraphType>("sequence", "Sequence of the trace entry that says it was read; null when refused.", p => p.Case.Accepted ? (int)p.Case.Reply!.Sequence : null);
        Many<CommandErrorInterface>("errors", "Why it was refused; `NO_CONTACT` when there is none, `CONTACT_UNREADABLE` when it can't be decrypted. Empty when it was read.", p => p.Case.Errors);
    }
}

/// <summary>Mutations about contacts.</summary>
internal sealed class ContactMutations(ContactCommander commander) : IRootFields<HubMutation>
{
    public void AddTo(HubMutation mutation)
    {
        mutation.Do<ContactInput, ContactPayloadType>("readContact",
            "Read the reporter's contact (查看联系方式); by the units handling the case: its holder, lead and assisting organs and the centre that dispatched it; once it has ended also by the one first asked. Every reading stands in the trace, with role, organ and reason. G049. Errors as in CommandError.", commander.Read);
        mutation.Do<ContactInput, CasePayloadType>("eraseContact",
            "Erase the reporter's contact (删除联系方式), as the reporter may ask; by the units handling the case and the one first asked. It is erased by itself some time after the case ended. G049. Errors as in CommandError.", commander.Erase);
    }
}
