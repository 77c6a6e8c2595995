namespace Shop.Workers;

                                                                                           
public class InvoiceMailer(InvoiceRepository repository, IEmailSender emailSender)
{
    public async Task RunOnceAsync(CancellationToken stop)
    {
        foreach (var invoice in await repository.GetDue())
        {
            if (invoice.Mail is null) continue;
            await emailSender.SendEmailAsync(invoice.Mail);
        }
    }
}
