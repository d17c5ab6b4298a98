<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ActionListPage</name>
    <message>
        <source>Search actions</source>
        <translation>Buscar acciones</translation>
    </message>
    <message>
        <source>+ Create new</source>
        <translation>+ Crear</translation>
    </message>
    <message>
        <source>Friend to Friend</source>
        <translation>De amigo a amigo</translation>
    </message>
    <message>
        <source>No actions yet</source>
        <translation>Todavía no hay acciones</translation>
    </message>
    <message>
        <source>An action is what volunteers do: whom to talk to, what to say, what to report.</source>
        <translation>Una acción es lo que hacen los voluntarios: con quién hablar, qué decir, qué informar.</translation>
    </message>
    <message>
        <source>Create the first one</source>
        <translation>Crear la primera</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>View results</source>
        <translation>Ver resultados</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Move to …</source>
        <translation>Mover a …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Borrar borrador</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>User engagement is shown once the campaign&apos;s hub has been reached.</source>
        <translation>La participación se muestra cuando se haya llegado al servidor de la campaña.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar cambios</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (copia)</translation>
    </message>
    <message>
        <source>“{title}” was made, as a draft.</source>
        <translation>Se creó “{title}” como borrador.</translation>
    </message>
    <message>
        <source>“{title}” is closed with the next publication.</source>
        <translation>“{title}” se cerrará con la próxima publicación.</translation>
    </message>
    <message>
        <source>“{title}” is open again with the next publication.</source>
        <translation>“{title}” se reabrirá con la próxima publicación.</translation>
    </message>
    <message>
        <source>The changes of “{title}” were discarded.</source>
        <translation>Se descartaron los cambios de “{title}”.</translation>
    </message>
    <message>
        <source>The draft “{title}” was deleted.</source>
        <translation>Se borró el borrador “{title}”.</translation>
    </message>
    <message>
        <source>(no folder)</source>
        <translation>(sin carpeta)</translation>
    </message>
    <message>
        <source>New folder …</source>
        <translation>Carpeta nueva …</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>Name (a slash makes a folder in a folder):</source>
        <translation>Nombre (una barra crea una carpeta dentro de otra):</translation>
    </message>
    <message>
        <source>Published: volunteers get it with their next synchronization.</source>
        <translation>Publicado: los voluntarios lo reciben con su próxima sincronización.</translation>
    </message>
</context>
<context>
    <name>ActionPanel</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>{reached} reached · {reported} reported</source>
        <translation>{reached} con mensaje · {reported} con informe</translation>
    </message>
    <message>
        <source>★ 1 suggested friend</source>
        <translation>★ 1 contacto sugerido</translation>
    </message>
    <message>
        <source>★ {count} suggested friends</source>
        <translation>★ {count} contactos sugeridos</translation>
    </message>
    <message>
        <source>1 contact you can reach</source>
        <translation>1 contacto a tu alcance</translation>
    </message>
    <message>
        <source>{count} contacts you can reach</source>
        <translation>{count} contactos a tu alcance</translation>
    </message>
</context>
<context>
    <name>ActionPreview</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Página de inicio</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>Redes</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Cerrar la vista previa</translation>
    </message>
    <message>
        <source>This is what a volunteer sees, with an invented contact. Nothing here is sent or kept.</source>
        <translation>Esto es lo que ve un voluntario, con un contacto inventado. Nada de aquí se envía ni se guarda.</translation>
    </message>
</context>
<context>
    <name>ActionTree</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>User engagement</source>
        <translation>Participación</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
</context>
<context>
    <name>ActionView</name>
    <message>
        <source>Results by kind</source>
        <translation>Resultados por tipo</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Reports summary</source>
        <translation>Resumen de informes</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Destinatarios</translation>
    </message>
    <message>
        <source>Tags and custom fields</source>
        <translation>Etiquetas y campos propios</translation>
    </message>
    <message>
        <source>Response scripts</source>
        <translation>Guiones de respuesta</translation>
    </message>
</context>
<context>
    <name>ActionsTable</name>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>Todavía no hay resultados</translation>
    </message>
    <message>
        <source>They show here once an action is published and volunteers have begun.</source>
        <translation>Aparecen aquí cuando se ha publicado una acción y los voluntarios han empezado.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicada</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Initial messages</source>
        <translation>Mensajes iniciales</translation>
    </message>
</context>
<context>
    <name>AgeLine</name>
    <message numerus="yes">
        <source>%n event(s) being counted</source>
        <translation>
            <numerusform>%n evento se está contando</numerusform>
            <numerusform>%n eventos se están contando</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ages</name>
    <message>
        <source>Figures from {when}: the campaign&apos;s hub cannot be reached just now.</source>
        <translation>Cifras de {when}: ahora no se puede llegar al servidor de la campaña.</translation>
    </message>
    <message>
        <source>Figures from {when}</source>
        <translation>Cifras de {when}</translation>
    </message>
</context>
<context>
    <name>AnswersTab</name>
    <message>
        <source>Response scripts</source>
        <translation>Guiones de respuesta</translation>
    </message>
    <message>
        <source>Tags and custom fields</source>
        <translation>Etiquetas y campos propios</translation>
    </message>
    <message>
        <source>No replies yet</source>
        <translation>Todavía no hay respuestas</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>Todavía no hay informes</translation>
    </message>
    <message>
        <source>What volunteers do shows here within a minute of their next contact with the hub.</source>
        <translation>Lo que hacen los voluntarios aparece aquí en menos de un minuto desde su próximo contacto con el servidor.</translation>
    </message>
    <message>
        <source>Times sent</source>
        <translation>Veces enviado</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Response script</source>
        <translation>Guion de respuesta</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>Of all reports.</source>
        <translation>De todos los informes.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Custom field</source>
        <translation>Campo propio</translation>
    </message>
</context>
<context>
    <name>AskedOfYou</name>
    <message numerus="yes">
        <source>%n more after these</source>
        <translation>
            <numerusform>Después de estas hay %n más</numerusform>
            <numerusform>Después de estas hay %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message>
        <source>Send all again</source>
        <translation>Enviar todo otra vez</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exportar a un archivo…</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>Nada requiere tu atención</translation>
    </message>
    <message>
        <source>Whatever the hub would not take stands here, with what can be done about it.</source>
        <translation>Lo que el servidor no aceptó aparece aquí, con lo que se puede hacer.</translation>
    </message>
    <message>
        <source>Discarded: {what}</source>
        <translation>Descartado: {what}</translation>
    </message>
    <message>
        <source>Back to the actions</source>
        <translation>Volver a las acciones</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere tu atención</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are saved here, but the hub would not take them. Everything else is sent all the same.</source>
        <translation>
            <numerusform>%n evento está guardado aquí, pero el servidor no lo aceptó. Todo lo demás se envía igual.</numerusform>
            <numerusform>%n eventos están guardados aquí, pero el servidor no los aceptó. Todo lo demás se envía igual.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is sent again with the next synchronizing.</source>
        <translation>Se enviará otra vez en la próxima sincronización.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Discard this for good? The campaign will not get it.</source>
        <translation>¿Descartar esto definitivamente? La campaña no lo recibirá.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>not-taken-by-the-hub</source>
        <translation>no-aceptado-por-el-servidor</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Packets (*{suffix})</source>
        <translation>Paquetes (*{suffix})</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) saved in {name}. Hand the file to your organizer.</source>
        <translation>
            <numerusform>%n evento guardado en {name}. Entrega el archivo a tu organizador.</numerusform>
            <numerusform>%n eventos guardados en {name}. Entrega el archivo a tu organizador.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>BasicsSection</name>
    <message>
        <source>Basics</source>
        <translation>Lo básico</translation>
    </message>
    <message>
        <source>What volunteers do, such as: Ask three friends to vote</source>
        <translation>Lo que hacen los voluntarios, por ejemplo: Pide a tres amigos que voten</translation>
    </message>
    <message>
        <source>Drop an image here: PNG or JPEG, at most 1 MB</source>
        <translation>Suelta aquí una imagen: PNG o JPEG, de 1 MB como máximo</translation>
    </message>
    <message>
        <source>Choose an image …</source>
        <translation>Elegir una imagen …</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>For those who cannot see it</source>
        <translation>Para quien no puede verla</translation>
    </message>
    <message>
        <source>Remove image</source>
        <translation>Quitar la imagen</translation>
    </message>
    <message>
        <source>What the image shows</source>
        <translation>Qué muestra la imagen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Text on the start button</source>
        <translation>Texto del botón de inicio</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
</context>
<context>
    <name>BurstsDialog</name>
    <message>
        <source>Plausibility</source>
        <translation>Verosimilitud</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>Voluntario</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Durante</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Stretches</source>
        <translation>Tramos</translation>
    </message>
    <message>
        <source>Why? For example: a script ran, not a person</source>
        <translation>¿Por qué? Por ejemplo: fue un programa, no una persona</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Leave out of the figures</source>
        <translation>Dejar fuera de las cifras</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Tramo</translation>
    </message>
    <message>
        <source>When the first message of the stretch was sent, by the laptop&apos;s clock.</source>
        <translation>Cuándo se envió el primer mensaje del tramo, según el reloj de la laptop.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Dejado fuera</translation>
    </message>
    <message>
        <source>Counts again since</source>
        <translation>Vuelve a contar desde</translation>
    </message>
    <message>
        <source>Left out of the figures</source>
        <translation>Fuera de las cifras</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>More than a person can send</source>
        <translation>Más de lo que una persona puede enviar</translation>
    </message>
    <message>
        <source>Here somebody says to have sent a hundred messages or more within two minutes. There may be a good reason: a laptop whose clock stood, messages that were noted afterwards. What you leave out stays stored and can be put back at any time.</source>
        <translation>Aquí alguien dice haber enviado cien mensajes o más en dos minutos. Puede haber una buena razón: una laptop con el reloj parado, mensajes anotados después. Lo que dejes fuera queda guardado y se puede devolver en cualquier momento.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) left out of the figures.</source>
        <translation>
            <numerusform>%n evento quedó fuera de las cifras.</numerusform>
            <numerusform>%n eventos quedaron fuera de las cifras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put back: %n event(s).</source>
        <translation>
            <numerusform>Devuelto: %n evento.</numerusform>
            <numerusform>Devueltos: %n eventos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignPanel</name>
    <message>
        <source>Drop the campaign file here: the .f2fbundle that your organizer gave you</source>
        <translation>Suelta aquí el archivo de campaña: el .f2fbundle que te dio la organización</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Campaign files (*.f2fbundle);;All files (*)</source>
        <translation>Archivos de campaña (*.f2fbundle);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Fingerprint of the campaign&apos;s key</source>
        <translation>Huella de la clave de la campaña</translation>
    </message>
    <message>
        <source>Join this campaign</source>
        <translation>Unirme a esta campaña</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Elegir otro archivo</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Compare it with the one that your organizer shows. If it differs, do not join.</source>
        <translation>Compárala con la que te muestra la organización. Si es distinta, no te unas.</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n acción</numerusform>
            <numerusform>%n acciones</numerusform>
        </translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>versión {version}</translation>
    </message>
    <message>
        <source>You are part of {campaign}.</source>
        <translation>Formas parte de {campaign}.</translation>
    </message>
</context>
<context>
    <name>CampaignStep</name>
    <message>
        <source>Which campaign do you help?</source>
        <translation>¿A qué campaña ayudas?</translation>
    </message>
    <message>
        <source>It brings the actions, the scripts and the questions.</source>
        <translation>Trae las acciones, los guiones y las preguntas.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Play the demo campaign</source>
        <translation>Probar la campaña de demostración</translation>
    </message>
    <message>
        <source>No invite and no file? Try everything with invented people.</source>
        <translation>¿Sin invitación ni archivo? Prueba todo con personas inventadas.</translation>
    </message>
    <message>
        <source>Inventing a district of voters; this takes a moment …</source>
        <translation>Inventando un distrito de votantes; tarda un momento …</translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message>
        <source>Voter {number}: {name}</source>
        <translation>Votante {number}: {name}</translation>
    </message>
    <message>
        <source>This is them</source>
        <translation>Es esta persona</translation>
    </message>
    <message>
        <source>{name} is them</source>
        <translation>Es {name}</translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation>Tecla: {key}</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>How likely it is, by what is known</source>
        <translation>Qué tan probable es, según lo que se sabe</translation>
    </message>
    <message>
        <source>born {year}</source>
        <translation>nac. {year}</translation>
    </message>
</context>
<context>
    <name>CardDavDialog</name>
    <message>
        <source>Contacts from a server</source>
        <translation>Contactos de un servidor</translation>
    </message>
    <message>
        <source>Keep the password in this system&apos;s keyring</source>
        <translation>Guardar la contraseña en el llavero de este sistema</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>App password</source>
        <translation>Contraseña de aplicación</translation>
    </message>
    <message>
        <source>Read contacts</source>
        <translation>Leer contactos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Contacts from a server (CardDAV)</source>
        <translation>Contactos de un servidor (CardDAV)</translation>
    </message>
    <message>
        <source>Nextcloud, iCloud, Fastmail and others. Make an app password in the account&apos;s security settings: the usual password often does not work here. This is the only time that the app uses the network for contacts, and it only reads.</source>
        <translation>Nextcloud, iCloud, Fastmail y otros. Crea una contraseña de aplicación en los ajustes de seguridad de tu cuenta: la contraseña habitual muchas veces no funciona aquí. Es la única ocasión en que la app usa la red para los contactos, y solo lee.</translation>
    </message>
</context>
<context>
    <name>CarryPage</name>
    <message>
        <source>Drop packets of others here, or receipts that somebody brings you</source>
        <translation>Suelta aquí paquetes de otras personas, o recibos que alguien te traiga</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Elegir archivos…</translation>
    </message>
    <message>
        <source>Packets and receipts ({patterns});;All files (*)</source>
        <translation>Paquetes y recibos ({patterns});;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Save receipts to a file…</source>
        <translation>Guardar recibos en un archivo…</translation>
    </message>
    <message>
        <source>Forget what is delivered</source>
        <translation>Olvidar lo entregado</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s) …</source>
        <translation>
            <numerusform>Leyendo %n archivo …</numerusform>
            <numerusform>Leyendo %n archivos …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) saved in {name}. Give the file back to whoever made the packets.</source>
        <translation>
            <numerusform>%n recibo guardado en {name}. Devuelve el archivo a quien hizo los paquetes.</numerusform>
            <numerusform>%n recibos guardados en {name}. Devuelve el archivo a quien hizo los paquetes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the actions</source>
        <translation>Volver a las acciones</translation>
    </message>
    <message>
        <source>Carry others&apos; reports</source>
        <translation>Llevar informes de otras personas</translation>
    </message>
    <message>
        <source>Somebody without network can give you their reports as a file. This laptop delivers them as soon as it is online. They are sealed: you can neither read nor change them.</source>
        <translation>Quien no tenga red puede darte sus informes en un archivo. Esta laptop los lleva al servidor en cuanto tenga conexión. Están sellados: no puedes leerlos ni cambiarlos.</translation>
    </message>
    <message>
        <source>Join your campaign&apos;s hub first: packets are carried to it.</source>
        <translation>Únete primero al servidor de tu campaña: los paquetes se llevan a él.</translation>
    </message>
    <message>
        <source>Join a hub…</source>
        <translation>Unirme a un servidor…</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) for {campaign}</source>
        <translation>
            <numerusform>%n paquete para {campaign}</numerusform>
            <numerusform>%n paquetes para {campaign}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting, {size}</source>
        <translation>
            <numerusform>%n pendiente, {size}</numerusform>
            <numerusform>%n pendientes, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken by the hub</source>
        <translation>
            <numerusform>%n que el servidor no aceptó</numerusform>
            <numerusform>%n que el servidor no aceptó</numerusform>
        </translation>
    </message>
    <message>
        <source>all delivered</source>
        <translation>todo entregado</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) taken along.</source>
        <translation>
            <numerusform>Llevas %n paquete más.</numerusform>
            <numerusform>Llevas %n paquetes más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) had been taken along before.</source>
        <translation>
            <numerusform>%n paquete ya lo llevabas.</numerusform>
            <numerusform>%n paquetes ya los llevabas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) for this laptop: what they cover is safe.</source>
        <translation>
            <numerusform>%n recibo para esta laptop: lo que cubre está a salvo.</numerusform>
            <numerusform>%n recibos para esta laptop: lo que cubren está a salvo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was taken along until then is kept.</source>
        <translation>Detenido. Se conserva lo que ya habías recogido.</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) forgotten</source>
        <translation>
            <numerusform>%n paquete olvidado</numerusform>
            <numerusform>%n paquetes olvidados</numerusform>
        </translation>
    </message>
    <message>
        <source>receipts-{moment}</source>
        <translation>recibos-{moment}</translation>
    </message>
    <message>
        <source>Save receipts</source>
        <translation>Guardar recibos</translation>
    </message>
    <message>
        <source>Receipts (*{suffix})</source>
        <translation>Recibos (*{suffix})</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Check list</source>
        <translation>Lista de control</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publicar</translation>
    </message>
    <message>
        <source>1 thing is missing.</source>
        <translation>Falta 1 cosa.</translation>
    </message>
    <message>
        <source>{count} things are missing.</source>
        <translation>Faltan {count} cosas.</translation>
    </message>
    <message>
        <source>Nothing is missing: it can be published.</source>
        <translation>No falta nada: se puede publicar.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Mostrar: {what}</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Key: {key}</source>
        <translation>Tecla: {key}</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>QR code for your phone</source>
        <translation>Código QR para tu teléfono</translation>
    </message>
    <message>
        <source>Code doesn&apos;t work?</source>
        <translation>¿No funciona el código?</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Back to the first code</source>
        <translation>Volver al primer código</translation>
    </message>
    <message>
        <source>Scan with your phone&apos;s camera, then press Call.</source>
        <translation>Escanéalo con la cámara del teléfono y toca Llamar.</translation>
    </message>
    <message>
        <source>Scan with your phone&apos;s camera, then press Send on the phone.</source>
        <translation>Escanéalo con la cámara del teléfono y toca Enviar.</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Recovery code: {code}</source>
        <translation>Código de recuperación: {code}</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>What volunteers see this extract called</source>
        <translation>Cómo ven los voluntarios que se llama este extracto</translation>
    </message>
    <message>
        <source>Last day of use</source>
        <translation>Último día de uso</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>On the day after, laptops wipe it by themselves.</source>
        <translation>Al día siguiente, los portátiles lo borran por sí solos.</translation>
    </message>
    <message>
        <source>Columns that may leave this computer</source>
        <translation>Columnas que pueden salir de este equipo</translation>
    </message>
    <message>
        <source>What is not ticked is not in the extract, and so on no volunteer&apos;s laptop. The fewer, the better; what matching needs is named.</source>
        <translation>Lo que no marques no está en el extracto, y por tanto en el portátil de ningún voluntario. Cuantas menos, mejor; se dice qué necesita la búsqueda de coincidencias.</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Distritos</translation>
    </message>
    <message>
        <source>Volunteers see them, and actions can be filtered by them.</source>
        <translation>Los voluntarios los ven, y las acciones se pueden filtrar por ellos.</translation>
    </message>
    <message>
        <source>Whole voter file</source>
        <translation>Padrón electoral entero</translation>
    </message>
    <message>
        <source>makes the extract larger; only where it is needed</source>
        <translation>agranda el extracto; solo donde haga falta</translation>
    </message>
    <message>
        <source>{use} (off by the campaign&apos;s settings)</source>
        <translation>{use} (desactivada en los ajustes de la campaña)</translation>
    </message>
    <message>
        <source>Takes the place of the extract of this name: laptops that have it are offered the new one.</source>
        <translation>Ocupa el lugar del extracto de este nombre: a los portátiles que lo tienen se les ofrece el nuevo.</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Side by side: {voters}</source>
        <translation>Lado a lado: {voters}</translation>
    </message>
</context>
<context>
    <name>ContactList</name>
    <message>
        <source>Search contacts</source>
        <translation>Buscar contactos</translation>
    </message>
    <message>
        <source>Search by name, phone, e-mail or place  ( / )</source>
        <translation>Busca por nombre, teléfono, correo o lugar  ( / )</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Starred only</source>
        <translation>Con estrella</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message numerus="yes">
        <source>{channel}: %n contact(s)</source>
        <translation>
            <numerusform>{channel}: %n contacto</numerusform>
            <numerusform>{channel}: %n contactos</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {all} contacts</source>
        <translation>{shown} de {all} contactos</translation>
    </message>
    <message>
        <source>Remove the filter {name}</source>
        <translation>Quitar el filtro {name}</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Quitar todos</translation>
    </message>
    <message>
        <source>Filters ({count})</source>
        <translation>Filtros ({count})</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>Aún no hay contactos</translation>
    </message>
    <message>
        <source>Bring in your address book from the start page. It stays on this computer.</source>
        <translation>Trae tu libreta de direcciones desde la página de inicio. Se queda en esta computadora.</translation>
    </message>
    <message>
        <source>Go to the start page</source>
        <translation>Ir a la página de inicio</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>Nadie coincide</translation>
    </message>
    <message>
        <source>Nobody has all of what you are looking for.</source>
        <translation>Nadie cumple todo lo que buscas.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Mostrar a todos</translation>
    </message>
    <message>
        <source>Nobody can be reached this way</source>
        <translation>Por aquí no se llega a nadie</translation>
    </message>
    <message>
        <source>None of your contacts has what this channel needs. Try another channel.</source>
        <translation>Ninguno de tus contactos tiene lo que este canal necesita. Prueba otro canal.</translation>
    </message>
</context>
<context>
    <name>ContactsStep</name>
    <message>
        <source>Your contacts</source>
        <translation>Tus contactos</translation>
    </message>
    <message>
        <source>Export them from your phone, Google or Outlook as vCard or CSV. You choose later whom to write to.</source>
        <translation>Expórtalos de tu teléfono, Google u Outlook como vCard o CSV. Después eliges a quién escribir.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) on this laptop.</source>
        <translation>
            <numerusform>%n contacto en esta laptop.</numerusform>
            <numerusform>%n contactos en esta laptop.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContextChips</name>
    <message>
        <source>suggested by the campaign</source>
        <translation>sugerido por la campaña</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>No contactar</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Con informe</translation>
    </message>
    <message>
        <source>Answered {day}</source>
        <translation>Respondió {day}</translation>
    </message>
    <message numerus="yes">
        <source>Check: %n possible voter(s)</source>
        <translation>
            <numerusform>Revisa: %n posible votante</numerusform>
            <numerusform>Revisa: %n posibles votantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Maybe a match</source>
        <translation>Posible coincidencia</translation>
    </message>
    <message>
        <source>Not in the voter file</source>
        <translation>No está en el padrón</translation>
    </message>
    <message>
        <source>No longer in the voter file</source>
        <translation>Ya no está en el padrón</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>En el padrón</translation>
    </message>
    <message>
        <source>Registered · {party}</source>
        <translation>Padrón · {party}</translation>
    </message>
    <message>
        <source>In district</source>
        <translation>En el distrito</translation>
    </message>
    <message>
        <source>Outside the district</source>
        <translation>Fuera del distrito</translation>
    </message>
    <message>
        <source>Swing district</source>
        <translation>Distrito reñido</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Nadie elegido</translation>
    </message>
    <message>
        <source>Choose a contact on the left to begin.</source>
        <translation>Elige un contacto a la izquierda para empezar.</translation>
    </message>
</context>
<context>
    <name>CutStep</name>
    <message>
        <source>Cut and publish</source>
        <translation>Cortar y publicar</translation>
    </message>
    <message>
        <source>Cut the extract</source>
        <translation>Cortar el extracto</translation>
    </message>
    <message>
        <source>Publish to the campaign&apos;s hub</source>
        <translation>Publicar en el servidor de la campaña</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Guardar como archivo…</translation>
    </message>
    <message>
        <source>Save for sticks …</source>
        <translation>Guardar para memorias USB…</translation>
    </message>
    <message>
        <source>Published, volunteers can download it at once. Saved for sticks, the campaign file lies beside it: both are opened on a laptop without network.</source>
        <translation>Publicado, los voluntarios pueden descargarlo enseguida. Guardado para memorias USB, el archivo de campaña queda al lado: los dos se abren en un portátil sin red.</translation>
    </message>
    <message>
        <source>Name: {label}</source>
        <translation>Nombre: {label}</translation>
    </message>
    <message>
        <source>Voters of: {districts}</source>
        <translation>Votantes de: {districts}</translation>
    </message>
    <message>
        <source>Columns: {columns}</source>
        <translation>Columnas: {columns}</translation>
    </message>
    <message>
        <source>Left out: {columns}</source>
        <translation>Se dejan fuera: {columns}</translation>
    </message>
    <message>
        <source>Districts: {kinds}</source>
        <translation>Distritos: {kinds}</translation>
    </message>
    <message>
        <source>Last day of use: {day}</source>
        <translation>Último día de uso: {day}</translation>
    </message>
    <message>
        <source>Being counted …</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>1 voter</source>
        <translation>1 votante</translation>
    </message>
    <message>
        <source>{count} voters</source>
        <translation>{count} votantes</translation>
    </message>
    <message>
        <source>Cutting …</source>
        <translation>Cortando…</translation>
    </message>
    <message>
        <source>{voters}, {size}</source>
        <translation>{voters}, {size}</translation>
    </message>
    <message>
        <source>{count} bytes a voter</source>
        <translation>{count} bytes por votante</translation>
    </message>
    <message>
        <source>Voter frequency is counted over the general elections of {days}.</source>
        <translation>La frecuencia de voto se cuenta sobre las elecciones generales de {days}.</translation>
    </message>
    <message>
        <source>The history holds no general election: there is no voter frequency.</source>
        <translation>El historial no contiene ninguna elección general: no hay frecuencia de voto.</translation>
    </message>
    <message>
        <source>{count} rows left out: {reason}</source>
        <translation>{count} filas se dejan fuera: {reason}</translation>
    </message>
    <message>
        <source>{file} is saved.</source>
        <translation>Se ha guardado {file}.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>{extract} and {campaign} are saved.</source>
        <translation>Se han guardado {extract} y {campaign}.</translation>
    </message>
    <message>
        <source>Extracts (*.f2fx)</source>
        <translation>Extractos (*.f2fx)</translation>
    </message>
    <message>
        <source>Publishing …</source>
        <translation>Publicando…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>Detenido. No se ha conservado nada.</translation>
    </message>
    <message>
        <source>Open campaign.key …</source>
        <translation>Abrir campaign.key…</translation>
    </message>
    <message>
        <source>Open campaign.key, which the hub&apos;s set-up made</source>
        <translation>Abre campaign.key, que se creó al instalar el servidor</translation>
    </message>
    <message>
        <source>Campaign key (*.key);;All files (*)</source>
        <translation>Clave de la campaña (*.key);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>DistrictChooser</name>
    <message>
        <source>Kind of district</source>
        <translation>Tipo de distrito</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Distrito</translation>
    </message>
    <message>
        <source>Add district</source>
        <translation>Añadir distrito</translation>
    </message>
    <message>
        <source>{code} ({count} voters)</source>
        <translation>{code} ({count} votantes)</translation>
    </message>
    <message>
        <source>Choose or type</source>
        <translation>Elige o escribe</translation>
    </message>
    <message>
        <source>Type its code</source>
        <translation>Escribe su código</translation>
    </message>
    <message>
        <source>Search by code or name</source>
        <translation>Buscar por código o nombre</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Distritos</translation>
    </message>
    <message>
        <source>No district of this kind is called so.</source>
        <translation>Ningún distrito de este tipo se llama así.</translation>
    </message>
    <message>
        <source>{kind} ({count})</source>
        <translation>{kind} ({count})</translation>
    </message>
    <message>
        <source>Press to take it away</source>
        <translation>Pulsa para quitarlo</translation>
    </message>
</context>
<context>
    <name>DistrictsStep</name>
    <message>
        <source>Districts</source>
        <translation>Distritos</translation>
    </message>
    <message>
        <source>Tick the districts whose voters the extract is to hold. Several of one kind: whoever lives in one of them. Of different kinds: whoever lives in all. Nothing ticked: the whole voter file.</source>
        <translation>Marca los distritos cuyos votantes debe contener el extracto. Varios de un tipo: quien vive en uno de ellos. De tipos distintos: quien vive en todos. Sin marcar nada: el padrón electoral entero.</translation>
    </message>
    <message>
        <source>How many voters live in all of these is counted in the last step.</source>
        <translation>Cuántos votantes viven en todos ellos se cuenta en el último paso.</translation>
    </message>
    <message>
        <source>{count} of {all} voters live there.</source>
        <translation>{count} de {all} votantes viven ahí.</translation>
    </message>
    <message>
        <source>All {all} voters.</source>
        <translation>Los {all} votantes.</translation>
    </message>
    <message>
        <source>What you have chosen lies in {count} counties, and may be another district in each. Tick a county, too.</source>
        <translation>Lo que has elegido está en {count} condados y puede ser otro distrito en cada uno. Marca también un condado.</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Guardando …</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>Guardado en este equipo</translation>
    </message>
    <message>
        <source>Publishing …</source>
        <translation>Publicando …</translation>
    </message>
    <message>
        <source>Published: volunteers get it with their next synchronization.</source>
        <translation>Publicado: los voluntarios lo reciben con su próxima sincronización.</translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>To begin with</source>
        <translation>Para empezar</translation>
    </message>
    <message>
        <source>anybody in the file: about 1 in {count}</source>
        <translation>cualquiera del padrón: más o menos 1 de {count}</translation>
    </message>
    <message>
        <source>Small things</source>
        <translation>Detalles menores</translation>
    </message>
    <message>
        <source>everything else that was compared</source>
        <translation>todo lo demás que se comparó</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>Fuera del padrón</translation>
    </message>
    <message>
        <source>somebody who is not in the voter file</source>
        <translation>alguien que no está en el padrón</translation>
    </message>
    <message>
        <source>Other voters</source>
        <translation>Otros votantes</translation>
    </message>
    <message>
        <source>who it could be as well</source>
        <translation>que también podrían ser</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>En total</translation>
    </message>
    <message>
        <source>this voter is your contact</source>
        <translation>este votante es tu contacto</translation>
    </message>
    <message>
        <source>How the name is written</source>
        <translation>Cómo está escrito el nombre</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Segundo nombre</translation>
    </message>
    <message>
        <source>Jr or Sr</source>
        <translation>Jr o Sr</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Año de nacimiento</translation>
    </message>
    <message>
        <source>Year in the e-mail address</source>
        <translation>Año en el correo electrónico</translation>
    </message>
    <message>
        <source>Your neighborhood</source>
        <translation>Tu vecindario</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hogar</translation>
    </message>
    <message>
        <source>Another card</source>
        <translation>Otra tarjeta</translation>
    </message>
    <message>
        <source>{mine} compared with {theirs}</source>
        <translation>{mine} comparado con {theirs}</translation>
    </message>
    <message>
        <source>first and last name each in their own field</source>
        <translation>nombre y apellido, cada uno en su propio campo</translation>
    </message>
    <message>
        <source>taken from the whole name as it is written</source>
        <translation>tomado del nombre completo tal como está escrito</translation>
    </message>
    <message>
        <source>taken from the nickname</source>
        <translation>tomado del apodo</translation>
    </message>
    <message>
        <source>the last two words taken as a double surname</source>
        <translation>las dos últimas palabras tomadas como apellido doble</translation>
    </message>
    <message>
        <source>one of two people on the same card</source>
        <translation>una de dos personas en la misma tarjeta</translation>
    </message>
    <message>
        <source>the last name of the other person on the card</source>
        <translation>el apellido de la otra persona de la tarjeta</translation>
    </message>
    <message>
        <source>a single word, taken for the last name</source>
        <translation>una sola palabra, tomada como apellido</translation>
    </message>
    <message>
        <source>name taken from the e-mail address</source>
        <translation>nombre tomado del correo electrónico</translation>
    </message>
    <message>
        <source>another last name, such as before marriage</source>
        <translation>otro apellido, por ejemplo el de soltera</translation>
    </message>
    <message>
        <source>the last name looks more like a remark</source>
        <translation>el apellido parece más bien una nota</translation>
    </message>
    <message>
        <source>first and last name the other way round</source>
        <translation>nombre y apellido en orden inverso</translation>
    </message>
    <message>
        <source>no name that can be compared</source>
        <translation>ningún nombre que se pueda comparar</translation>
    </message>
    <message>
        <source>same first name, {mine}</source>
        <translation>mismo nombre, {mine}</translation>
    </message>
    <message>
        <source>{mine} is a nickname of {theirs}</source>
        <translation>{mine} es un apodo de {theirs}</translation>
    </message>
    <message>
        <source>registered under the nickname {theirs}</source>
        <translation>figura en el padrón con el apodo {theirs}</translation>
    </message>
    <message>
        <source>{mine} and {theirs} are nicknames of one name</source>
        <translation>{mine} y {theirs} son apodos del mismo nombre</translation>
    </message>
    <message>
        <source>{mine} and {theirs} begin alike</source>
        <translation>{mine} y {theirs} empiezan igual</translation>
    </message>
    <message>
        <source>{mine} is the voter&apos;s middle name</source>
        <translation>{mine} es el segundo nombre del votante</translation>
    </message>
    <message>
        <source>{mine} is a nickname for the voter&apos;s middle name</source>
        <translation>{mine} es un apodo del segundo nombre del votante</translation>
    </message>
    <message>
        <source>only the initial is known, and it fits {theirs}</source>
        <translation>solo se conoce la inicial, y coincide con {theirs}</translation>
    </message>
    <message>
        <source>the initials {mine} fit {theirs}</source>
        <translation>las iniciales {mine} coinciden con {theirs}</translation>
    </message>
    <message>
        <source>{mine} and {theirs} differ by one letter</source>
        <translation>{mine} y {theirs} difieren en una letra</translation>
    </message>
    <message>
        <source>{mine} and {theirs} end alike</source>
        <translation>{mine} y {theirs} terminan igual</translation>
    </message>
    <message>
        <source>{mine} and {theirs} are different names</source>
        <translation>{mine} y {theirs} son nombres distintos</translation>
    </message>
    <message>
        <source>no first name to compare</source>
        <translation>no hay nombre que comparar</translation>
    </message>
    <message>
        <source>same last name, {theirs}</source>
        <translation>mismo apellido, {theirs}</translation>
    </message>
    <message>
        <source>one part of the last name {theirs} is the same</source>
        <translation>una parte del apellido {theirs} es igual</translation>
    </message>
    <message>
        <source>both parts of {theirs}, in another order</source>
        <translation>las dos partes de {theirs}, en otro orden</translation>
    </message>
    <message>
        <source>{mine} is the voter&apos;s middle name, perhaps a maiden name</source>
        <translation>{mine} es el segundo nombre del votante, quizás el apellido de soltera</translation>
    </message>
    <message>
        <source>no last name to compare</source>
        <translation>no hay apellido que comparar</translation>
    </message>
    <message>
        <source>same middle name, {theirs}</source>
        <translation>mismo segundo nombre, {theirs}</translation>
    </message>
    <message>
        <source>same middle initial, {theirs}</source>
        <translation>misma inicial del segundo nombre, {theirs}</translation>
    </message>
    <message>
        <source>{mine} and {theirs} share only the initial</source>
        <translation>{mine} y {theirs} solo comparten la inicial</translation>
    </message>
    <message>
        <source>{mine} and {theirs} are different middle names</source>
        <translation>{mine} y {theirs} son segundos nombres distintos</translation>
    </message>
    <message>
        <source>no middle name to compare</source>
        <translation>no hay segundo nombre que comparar</translation>
    </message>
    <message>
        <source>both say {theirs}</source>
        <translation>en ambos dice {theirs}</translation>
    </message>
    <message>
        <source>{mine} and {theirs} can be the same person</source>
        <translation>{mine} y {theirs} pueden ser la misma persona</translation>
    </message>
    <message>
        <source>{mine} and {theirs} are two generations</source>
        <translation>{mine} y {theirs} son dos generaciones</translation>
    </message>
    <message>
        <source>the voter file says {theirs}, your contact does not</source>
        <translation>el padrón dice {theirs}; tu contacto, no</translation>
    </message>
    <message>
        <source>neither says Jr or Sr</source>
        <translation>en ninguno dice Jr o Sr</translation>
    </message>
    <message>
        <source>a title such as Mr. or Ms. fits</source>
        <translation>un tratamiento como Sr. o Sra. coincide</translation>
    </message>
    <message>
        <source>a title such as Mr. or Ms. does not fit</source>
        <translation>un tratamiento como Sr. o Sra. no coincide</translation>
    </message>
    <message>
        <source>names that are alike, but one is a man&apos;s and one a woman&apos;s</source>
        <translation>nombres parecidos, pero uno es de hombre y el otro de mujer</translation>
    </message>
    <message>
        <source>no title to compare</source>
        <translation>no hay tratamiento que comparar</translation>
    </message>
    <message>
        <source>same phone number</source>
        <translation>mismo número de teléfono</translation>
    </message>
    <message>
        <source>the number of somebody in the same household</source>
        <translation>el número de alguien del mismo hogar</translation>
    </message>
    <message>
        <source>another phone number in the voter file</source>
        <translation>otro número de teléfono en el padrón</translation>
    </message>
    <message>
        <source>no phone number to compare</source>
        <translation>no hay teléfono que comparar</translation>
    </message>
    <message>
        <source>same address, {theirs}</source>
        <translation>misma dirección, {theirs}</translation>
    </message>
    <message>
        <source>no address to compare</source>
        <translation>no hay dirección que comparar</translation>
    </message>
    <message>
        <source>same ZIP code, {theirs}</source>
        <translation>mismo código postal, {theirs}</translation>
    </message>
    <message>
        <source>same ZIP code {theirs}, but another address</source>
        <translation>mismo código postal, {theirs}, pero otra dirección</translation>
    </message>
    <message>
        <source>lives elsewhere: {mine}, not {theirs}</source>
        <translation>vive en otro lugar: {mine}, no {theirs}</translation>
    </message>
    <message>
        <source>no ZIP code to compare</source>
        <translation>no hay código postal que comparar</translation>
    </message>
    <message>
        <source>born in the same year, {theirs}</source>
        <translation>mismo año de nacimiento, {theirs}</translation>
    </message>
    <message>
        <source>years of birth one apart: {mine} and {theirs}</source>
        <translation>un año de diferencia al nacer: {mine} y {theirs}</translation>
    </message>
    <message>
        <source>born in {mine}, the voter in {theirs}</source>
        <translation>nació en {mine}; el votante, en {theirs}</translation>
    </message>
    <message>
        <source>no year of birth to compare</source>
        <translation>no hay año de nacimiento que comparar</translation>
    </message>
    <message>
        <source>the e-mail address holds the year of birth, {theirs}</source>
        <translation>el correo contiene el año de nacimiento, {theirs}</translation>
    </message>
    <message>
        <source>the e-mail address ends like the year of birth, {theirs}</source>
        <translation>el correo termina como el año de nacimiento, {theirs}</translation>
    </message>
    <message>
        <source>the e-mail address holds another year</source>
        <translation>el correo contiene otro año</translation>
    </message>
    <message>
        <source>no year in the e-mail address</source>
        <translation>no hay año en el correo</translation>
    </message>
    <message>
        <source>lives with {mine}, whom you confirmed and who has the same number</source>
        <translation>vive con {mine}, a quien confirmaste y que tiene el mismo número</translation>
    </message>
    <message>
        <source>lives with {mine}, whom you confirmed and who has the same address</source>
        <translation>vive con {mine}, a quien confirmaste y que tiene la misma dirección</translation>
    </message>
    <message>
        <source>lives with {mine}, whom you confirmed</source>
        <translation>vive con {mine}, a quien confirmaste</translation>
    </message>
    <message>
        <source>many of your contacts live around {theirs}</source>
        <translation>muchos de tus contactos viven por {theirs}</translation>
    </message>
    <message>
        <source>few of your contacts live around {theirs}</source>
        <translation>pocos de tus contactos viven por {theirs}</translation>
    </message>
    <message>
        <source>nothing is known of where your contacts live</source>
        <translation>no se sabe dónde viven tus contactos</translation>
    </message>
    <message>
        <source>lives with another of your contacts</source>
        <translation>vive con otro de tus contactos</translation>
    </message>
    <message>
        <source>nobody else of this household among your contacts</source>
        <translation>nadie más de este hogar entre tus contactos</translation>
    </message>
    <message>
        <source>lives with nobody whom you confirmed</source>
        <translation>no vive con nadie que hayas confirmado</translation>
    </message>
    <message>
        <source>the same person as on your card {mine}</source>
        <translation>la misma persona que en tu tarjeta {mine}</translation>
    </message>
    <message>
        <source>the voter already belongs to {mine}, whom it fits better</source>
        <translation>esta persona del padrón ya corresponde a {mine}, con quien coincide mejor</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>This table</source>
        <translation>Esta tabla</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>CSV (any program)</source>
        <translation>CSV (cualquier programa)</translation>
    </message>
    <message>
        <source>XLSX (Excel, LibreOffice)</source>
        <translation>XLSX (para Excel, LibreOffice)</translation>
    </message>
    <message>
        <source>JSON (programs)</source>
        <translation>JSON (para programas)</translation>
    </message>
    <message>
        <source>CSV files in a ZIP</source>
        <translation>Archivos CSV en un ZIP</translation>
    </message>
    <message>
        <source>XLSX, a sheet per table</source>
        <translation>XLSX, una hoja por tabla</translation>
    </message>
    <message>
        <source>JSON files in a ZIP</source>
        <translation>Archivos JSON en un ZIP</translation>
    </message>
    <message>
        <source>Again and again, to a folder…</source>
        <translation>Una y otra vez, a una carpeta…</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>everything</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Files (*.{suffix})</source>
        <translation>Archivos (*.{suffix})</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>Escribiendo {name} …</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {name}.</source>
        <translation>
            <numerusform>%n fila escrita en {name}.</numerusform>
            <numerusform>%n filas escritas en {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExtractPanel</name>
    <message>
        <source>Drop the voter extract here: a .f2fx file from your organizer, or from their stick</source>
        <translation>Suelta aquí el extracto: el archivo .f2fx de la organización o de su memoria USB</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Voter extracts (*.f2fx *.f2fd);;All files (*)</source>
        <translation>Extractos de votantes (*.f2fx *.f2fd);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Matching your contacts …</source>
        <translation>Buscando coincidencias con tus contactos …</translation>
    </message>
    <message>
        <source>Checking {name} …</source>
        <translation>Comprobando {name} …</translation>
    </message>
    <message>
        <source>{label}: {count} voters. May be used until {day}.</source>
        <translation>{label}: {count} votantes. Se puede usar hasta el {day}.</translation>
    </message>
    <message>
        <source>{label}: {count} voters. Signed by {signer}. May be used until {day}.</source>
        <translation>{label}: {count} votantes. Firmado por {signer}. Se puede usar hasta el {day}.</translation>
    </message>
    <message>
        <source>your campaign</source>
        <translation>tu campaña</translation>
    </message>
    <message>
        <source>an unknown key, {fingerprint}</source>
        <translation>una clave desconocida, {fingerprint}</translation>
    </message>
    <message>
        <source>The whole voter file</source>
        <translation>El padrón completo</translation>
    </message>
    <message>
        <source>{matched} of your {contacts} contacts are in it; {ambiguous} to check.</source>
        <translation>{matched} de tus {contacts} contactos están en él; {ambiguous} por revisar.</translation>
    </message>
</context>
<context>
    <name>ExtractStep</name>
    <message>
        <source>The voter extract</source>
        <translation>El extracto de votantes</translation>
    </message>
    <message>
        <source>The part of the voter file for your district. Your contacts are compared with it here, on this laptop: no name of theirs leaves it.</source>
        <translation>La parte del padrón electoral que corresponde a tu distrito. Tus contactos se comparan con él aquí, en esta laptop: ningún nombre sale de ella.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>ExtractWizard</name>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>ExtractsOverview</name>
    <message>
        <source>Published extracts</source>
        <translation>Extractos publicados</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Quién lo tiene</translation>
    </message>
    <message>
        <source>No extract is published yet</source>
        <translation>Aún no hay ningún extracto publicado</translation>
    </message>
    <message>
        <source>Volunteers&apos; laptops match contacts against an extract: a part of the voter file with few columns. Cut one from the files of your state or vendor.</source>
        <translation>Los portátiles de los voluntarios buscan coincidencias de los contactos en un extracto: una parte del padrón electoral con pocas columnas. Corta uno de los archivos de tu estado o proveedor.</translation>
    </message>
    <message>
        <source>Cut an extract …</source>
        <translation>Cortar un extracto…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>New cut of this one …</source>
        <translation>Cortar de nuevo este…</translation>
    </message>
    <message>
        <source>Withdraw …</source>
        <translation>Retirar…</translation>
    </message>
    <message>
        <source>Voter files</source>
        <translation>Padrones electorales</translation>
    </message>
    <message>
        <source>Who has “{label}”: {count} of {all} laptops</source>
        <translation>Quién tiene «{label}»: {count} de {all} portátiles</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Withdraw “{label}”?</source>
        <translation>¿Retirar «{label}»?</translation>
    </message>
    <message>
        <source>Nobody can download it any more. The laptops that have it ({count}) are told when they synchronize, and offered to remove it; they keep it until somebody does, or until it expires. To shut one out at once, end its access under People.</source>
        <translation>Ya nadie puede descargarlo. A los portátiles que lo tienen ({count}) se les dice al sincronizar, y se les ofrece quitarlo; lo conservan hasta que alguien lo haga o hasta que caduque. Para excluir uno enseguida, termina su acceso en Personas.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Distrito</translation>
    </message>
    <message>
        <source>Voters</source>
        <translation>Votantes</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Cut on</source>
        <translation>Cortado el</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>How many extracts have been published under this name.</source>
        <translation>Cuántos extractos se han publicado con este nombre.</translation>
    </message>
    <message>
        <source>{day} (over)</source>
        <translation>{day} (pasado)</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>Voluntario</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Has it</source>
        <translation>Lo tiene</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>When the hub heard from the laptop that it was installed, whether by download or from a stick.</source>
        <translation>Cuándo supo el servidor por el portátil que estaba instalado, fuera por descarga o desde una memoria USB.</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto por última vez</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>An older one: version {edition}</source>
        <translation>Uno anterior: versión {edition}</translation>
    </message>
    <message>
        <source>“{label}”, which is withdrawn</source>
        <translation>«{label}», que está retirado</translation>
    </message>
    <message>
        <source>Another one: “{label}”</source>
        <translation>Otro: «{label}»</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
</context>
<context>
    <name>FaultWords</name>
    <message>
        <source>The campaign has closed this action.</source>
        <translation>La campaña cerró esta acción.</translation>
    </message>
    <message>
        <source>Choose another action.</source>
        <translation>Elige otra acción.</translation>
    </message>
    <message>
        <source>The server sent more than an address book can hold.</source>
        <translation>El servidor envió más de lo que cabe en una libreta de direcciones.</translation>
    </message>
    <message>
        <source>Check the address, or export the contacts to a file and import that.</source>
        <translation>Revisa la dirección, o exporta los contactos a un archivo e impórtalo.</translation>
    </message>
    <message>
        <source>A key is damaged.</source>
        <translation>Una clave está dañada.</translation>
    </message>
    <message>
        <source>Ask the campaign for the file again.</source>
        <translation>Pide el archivo otra vez a la campaña.</translation>
    </message>
    <message>
        <source>The description of the columns cannot be understood.</source>
        <translation>La descripción de las columnas no se entiende.</translation>
    </message>
    <message>
        <source>Say again which column holds what.</source>
        <translation>Vuelve a indicar qué contiene cada columna.</translation>
    </message>
    <message>
        <source>The signature does not fit: the file was changed, or someone else made it.</source>
        <translation>La firma no corresponde: alguien cambió el archivo, o lo hizo otra persona.</translation>
    </message>
    <message>
        <source>This laptop has a newer version of the campaign already.</source>
        <translation>Esta laptop ya tiene una versión más nueva de la campaña.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>No hay que hacer nada.</translation>
    </message>
    <message>
        <source>This file is too large for a campaign file.</source>
        <translation>Este archivo es demasiado grande para ser un archivo de campaña.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elige otro archivo.</translation>
    </message>
    <message>
        <source>The campaign file cannot be read.</source>
        <translation>El archivo de campaña no se puede leer.</translation>
    </message>
    <message>
        <source>Check that the file is there and try again.</source>
        <translation>Comprueba que el archivo esté ahí e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This file is signed by another key than the campaign&apos;s.</source>
        <translation>Este archivo está firmado con una clave que no es la de la campaña.</translation>
    </message>
    <message>
        <source>Ask the campaign whether the file is really theirs.</source>
        <translation>Pregunta a la campaña si el archivo es realmente suyo.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Detenido. No se cambió nada.</translation>
    </message>
    <message>
        <source>The address book could not be fetched from the server.</source>
        <translation>No se pudo obtener la libreta de direcciones del servidor.</translation>
    </message>
    <message>
        <source>Try again later, or export the contacts to a file and import that.</source>
        <translation>Inténtalo más tarde, o exporta los contactos a un archivo e impórtalo.</translation>
    </message>
    <message>
        <source>The server cannot prove who it is.</source>
        <translation>El servidor no puede demostrar quién es.</translation>
    </message>
    <message>
        <source>Check the address. On a network that is not yours, try another one.</source>
        <translation>Revisa la dirección. Si la red no es tuya, prueba con otra.</translation>
    </message>
    <message>
        <source>The columns of this table are not known.</source>
        <translation>No se conocen las columnas de esta tabla.</translation>
    </message>
    <message>
        <source>Say which column holds the name and which the number.</source>
        <translation>Indica qué columna contiene el nombre y cuál el número.</translation>
    </message>
    <message>
        <source>The address book cannot be read.</source>
        <translation>No se puede leer la libreta de direcciones.</translation>
    </message>
    <message>
        <source>Export it again and import the new file.</source>
        <translation>Expórtala otra vez e importa el archivo nuevo.</translation>
    </message>
    <message>
        <source>This contact is not here any more.</source>
        <translation>Este contacto ya no está aquí.</translation>
    </message>
    <message>
        <source>Choose another contact.</source>
        <translation>Elige otro contacto.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>Make some room and try again. What was saved before is safe.</source>
        <translation>Libera espacio e inténtalo de nuevo. Lo que ya se guardó está a salvo.</translation>
    </message>
    <message>
        <source>This person does not want to be contacted.</source>
        <translation>Esta persona no quiere que la contacten.</translation>
    </message>
    <message>
        <source>A stored record cannot be read.</source>
        <translation>No se puede leer un registro guardado.</translation>
    </message>
    <message>
        <source>It is kept as it is. Tell the campaign about it.</source>
        <translation>Se conserva tal como está. Avisa a la campaña.</translation>
    </message>
    <message>
        <source>The voter extract is damaged or was changed.</source>
        <translation>El extracto de votantes está dañado o fue modificado.</translation>
    </message>
    <message>
        <source>Get it again from the campaign.</source>
        <translation>Pídelo otra vez a la campaña.</translation>
    </message>
    <message>
        <source>The voter extract has expired.</source>
        <translation>El extracto de votantes venció.</translation>
    </message>
    <message>
        <source>Get a new one from the campaign.</source>
        <translation>Pide uno nuevo a la campaña.</translation>
    </message>
    <message>
        <source>The voter extract cannot be opened.</source>
        <translation>No se puede abrir el extracto de votantes.</translation>
    </message>
    <message>
        <source>The file of the voter extract cannot be read.</source>
        <translation>El archivo del extracto de votantes no se puede leer.</translation>
    </message>
    <message>
        <source>The voter extract is not signed by this campaign.</source>
        <translation>El extracto de votantes no está firmado por esta campaña.</translation>
    </message>
    <message>
        <source>Get it from the campaign itself.</source>
        <translation>Pídelo a la campaña misma.</translation>
    </message>
    <message>
        <source>This voter extract is too large for this app.</source>
        <translation>Este extracto de votantes es demasiado grande para esta app.</translation>
    </message>
    <message>
        <source>Ask for the extract of a smaller district.</source>
        <translation>Pide el extracto de un distrito más pequeño.</translation>
    </message>
    <message>
        <source>The voter extract was made by a newer version of the app.</source>
        <translation>El extracto de votantes se hizo con una versión más nueva de la app.</translation>
    </message>
    <message>
        <source>Install the new version.</source>
        <translation>Instala la versión nueva.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>No se pudo escribir el archivo.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elige otra carpeta.</translation>
    </message>
    <message>
        <source>The voter extract on this laptop is missing or was changed.</source>
        <translation>El extracto de votantes de esta laptop falta o fue modificado.</translation>
    </message>
    <message>
        <source>The file that holds the keys cannot be read.</source>
        <translation>No se puede leer el archivo que guarda las claves.</translation>
    </message>
    <message>
        <source>Put it back from a copy of the folder.</source>
        <translation>Recupéralo de una copia de la carpeta.</translation>
    </message>
    <message>
        <source>The keys on this laptop were written by a newer version of the app.</source>
        <translation>Las claves de esta laptop se escribieron con una versión más nueva de la app.</translation>
    </message>
    <message>
        <source>No campaign has been opened on this laptop yet.</source>
        <translation>Todavía no se ha abierto ninguna campaña en esta laptop.</translation>
    </message>
    <message>
        <source>Open the campaign&apos;s file.</source>
        <translation>Abre el archivo de la campaña.</translation>
    </message>
    <message>
        <source>There is no voter extract on this laptop yet.</source>
        <translation>Todavía no hay un extracto de votantes en esta laptop.</translation>
    </message>
    <message>
        <source>Open the extract that the campaign gave you.</source>
        <translation>Abre el extracto que te dio la campaña.</translation>
    </message>
    <message>
        <source>This system has no keyring that can be used.</source>
        <translation>Este sistema no tiene ningún llavero que se pueda usar.</translation>
    </message>
    <message>
        <source>Choose a passphrase instead.</source>
        <translation>Elige una frase secreta en su lugar.</translation>
    </message>
    <message>
        <source>This file is not an address book.</source>
        <translation>Este archivo no es una libreta de direcciones.</translation>
    </message>
    <message>
        <source>Export the contacts as vCard or CSV and import that file.</source>
        <translation>Exporta los contactos como vCard o CSV e importa ese archivo.</translation>
    </message>
    <message>
        <source>This file is not a voter extract.</source>
        <translation>Este archivo no es un extracto de votantes.</translation>
    </message>
    <message>
        <source>There are no address books at this address.</source>
        <translation>No hay libretas de direcciones en esta dirección.</translation>
    </message>
    <message>
        <source>Check the address of the server.</source>
        <translation>Revisa la dirección del servidor.</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing is filled in, so there is nothing to report.</source>
        <translation>No se envió nada ni se rellenó nada, así que no hay nada de que informar.</translation>
    </message>
    <message>
        <source>Talk first, or fill in what you know.</source>
        <translation>Habla primero, o rellena lo que sepas.</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>No hay nada que exportar.</translation>
    </message>
    <message>
        <source>Everything has reached the campaign already.</source>
        <translation>Todo ha llegado ya a la campaña.</translation>
    </message>
    <message>
        <source>This file belongs to another campaign.</source>
        <translation>Este archivo es de otra campaña.</translation>
    </message>
    <message>
        <source>End this session first, then join the other campaign.</source>
        <translation>Termina primero esta sesión y luego únete a la otra campaña.</translation>
    </message>
    <message>
        <source>The packet could not be written there.</source>
        <translation>El paquete no se pudo guardar ahí.</translation>
    </message>
    <message>
        <source>Choose another folder and try again.</source>
        <translation>Elige otra carpeta e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess.</source>
        <translation>Esta frase secreta es demasiado fácil de adivinar.</translation>
    </message>
    <message>
        <source>Take a longer one: four words that do not belong together.</source>
        <translation>Usa una más larga: cuatro palabras que no tengan relación.</translation>
    </message>
    <message>
        <source>The page could not be saved.</source>
        <translation>No se pudo guardar la página.</translation>
    </message>
    <message>
        <source>The message is too long for a QR code.</source>
        <translation>El mensaje es demasiado largo para un código QR.</translation>
    </message>
    <message>
        <source>Make it shorter, or copy it instead.</source>
        <translation>Acórtalo, o cópialo.</translation>
    </message>
    <message>
        <source>Files of this program are missing.</source>
        <translation>Faltan archivos de este programa.</translation>
    </message>
    <message>
        <source>Please install it again.</source>
        <translation>Instálalo de nuevo.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>El servidor no responde.</translation>
    </message>
    <message>
        <source>Check the address and the network, and try again.</source>
        <translation>Revisa la dirección y la red, e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The file is damaged or was changed.</source>
        <translation>El archivo está dañado o fue modificado.</translation>
    </message>
    <message>
        <source>The file was made by a newer version of the app.</source>
        <translation>El archivo se hizo con una versión más nueva de la app.</translation>
    </message>
    <message>
        <source>A part of this program is too old to be safe.</source>
        <translation>Una parte de este programa es demasiado antigua para ser segura.</translation>
    </message>
    <message>
        <source>A column that a target list needs is missing.</source>
        <translation>Falta una columna que necesita la lista de objetivos.</translation>
    </message>
    <message>
        <source>Say in a mapping file which columns hold first name, last name and phone.</source>
        <translation>Indica en un archivo de columnas cuáles tienen el nombre, el apellido y el teléfono.</translation>
    </message>
    <message>
        <source>The target list cannot be used.</source>
        <translation>La lista de objetivos no se puede usar.</translation>
    </message>
    <message>
        <source>Check the file, and the extract.</source>
        <translation>Revisa el archivo y el extracto.</translation>
    </message>
    <message>
        <source>The target list cannot be read.</source>
        <translation>La lista de objetivos no se puede leer.</translation>
    </message>
    <message>
        <source>Save it as CSV or XLSX, and choose that file.</source>
        <translation>Guárdala como CSV o XLSX y elige ese archivo.</translation>
    </message>
    <message>
        <source>The mapping file has a fault.</source>
        <translation>El archivo de columnas tiene un error.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Corrígelo e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The message is empty, or still has gaps to fill.</source>
        <translation>El mensaje está vacío, o aún tiene huecos por llenar.</translation>
    </message>
    <message>
        <source>Fill the gaps, then go on.</source>
        <translation>Llena los huecos y continúa.</translation>
    </message>
    <message>
        <source>This number, address or account cannot be used for a link.</source>
        <translation>Este número, dirección o cuenta no sirve para un enlace.</translation>
    </message>
    <message>
        <source>Copy the text and write as you usually do.</source>
        <translation>Copia el texto y escribe como sueles hacerlo.</translation>
    </message>
    <message>
        <source>This file is not a campaign&apos;s signing key, or cannot be read.</source>
        <translation>Este archivo no es la clave de firma de una campaña, o no se puede leer.</translation>
    </message>
    <message>
        <source>The encrypted file on this laptop cannot be read.</source>
        <translation>No se puede leer el archivo cifrado de esta laptop.</translation>
    </message>
    <message>
        <source>Put it back from a copy, or begin anew.</source>
        <translation>Recupéralo de una copia, o empieza de nuevo.</translation>
    </message>
    <message>
        <source>There is a vault here already.</source>
        <translation>Ya hay una bóveda aquí.</translation>
    </message>
    <message>
        <source>Unlock it, or end that session before you start a new one.</source>
        <translation>Desbloquéala, o termina esa sesión antes de empezar otra.</translation>
    </message>
    <message>
        <source>The folder for the app&apos;s data cannot be used.</source>
        <translation>No se puede usar la carpeta de los datos de la app.</translation>
    </message>
    <message>
        <source>Check that its disk is connected, has room, and that you may write there.</source>
        <translation>Comprueba que el disco esté conectado, que tenga espacio y que puedas escribir en él.</translation>
    </message>
    <message>
        <source>The app is open already.</source>
        <translation>La app ya está abierta.</translation>
    </message>
    <message>
        <source>Go on in the other window.</source>
        <translation>Continúa en la otra ventana.</translation>
    </message>
    <message>
        <source>The app is locked.</source>
        <translation>La app está bloqueada.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Desbloquéala e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The data on this laptop was written by a newer version of the app.</source>
        <translation>Los datos de esta laptop se escribieron con una versión más nueva de la app.</translation>
    </message>
    <message>
        <source>The encrypted file on this laptop cannot be opened or written just now.</source>
        <translation>El archivo cifrado de esta laptop no se puede abrir ni escribir en este momento.</translation>
    </message>
    <message>
        <source>Check that its disk is connected and has room, then try again.</source>
        <translation>Comprueba que el disco esté conectado y tenga espacio, e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The voter file cannot be used.</source>
        <translation>No se puede usar el padrón electoral.</translation>
    </message>
    <message>
        <source>Check that it is the whole file, as the state or the vendor gave it.</source>
        <translation>Comprueba que sea el archivo completo, tal como lo dio el estado o el proveedor.</translation>
    </message>
    <message>
        <source>Workbooks cannot be read: the organizer&apos;s tools are not installed.</source>
        <translation>No se pueden leer hojas de cálculo: las herramientas de la organización no están instaladas.</translation>
    </message>
    <message>
        <source>Install them, or save the list as CSV.</source>
        <translation>Instálalas o guarda la lista como CSV.</translation>
    </message>
    <message>
        <source>The server does not take this user name and password.</source>
        <translation>El servidor no acepta este usuario y contraseña.</translation>
    </message>
    <message>
        <source>Check both. Many servers want an app password instead of your own.</source>
        <translation>Revisa los dos. Muchos servidores piden una contraseña de aplicación en lugar de la tuya.</translation>
    </message>
    <message>
        <source>This passphrase or recovery code is not the right one.</source>
        <translation>Esta frase secreta o código de recuperación no es correcto.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The campaign has ended this laptop&apos;s access.</source>
        <translation>La campaña ha terminado el acceso de esta laptop.</translation>
    </message>
    <message>
        <source>Your contacts and reports are kept. Ask your organizer, or export your reports to a file.</source>
        <translation>Tus contactos e informes se conservan. Pregunta a tu organizador o exporta tus informes a un archivo.</translation>
    </message>
    <message>
        <source>This is no hub&apos;s address.</source>
        <translation>Esto no es la dirección de un servidor.</translation>
    </message>
    <message>
        <source>Type it as your organizer shows it, such as 192.0.2.7:8443.</source>
        <translation>Escríbela como la muestra tu organizador, por ejemplo 192.0.2.7:8443.</translation>
    </message>
    <message>
        <source>This laptop&apos;s clock is wrong.</source>
        <translation>El reloj de esta laptop está mal.</translation>
    </message>
    <message>
        <source>Set date and time in the system&apos;s settings.</source>
        <translation>Ajusta la fecha y la hora en la configuración del sistema.</translation>
    </message>
    <message>
        <source>The hub at this address does not know the code.</source>
        <translation>El servidor de esta dirección no conoce el código.</translation>
    </message>
    <message>
        <source>Check both, letter by letter, or ask for a new code.</source>
        <translation>Revisa ambos, letra por letra, o pide un código nuevo.</translation>
    </message>
    <message>
        <source>A join code has six letters and digits.</source>
        <translation>Un código de acceso tiene seis letras y cifras.</translation>
    </message>
    <message>
        <source>Type it as it is shown; there is no O, I, 0 or 1 in it.</source>
        <translation>Escríbelo como se muestra; no contiene O, I, 0 ni 1.</translation>
    </message>
    <message>
        <source>This content belongs to another campaign than the one that this laptop has joined.</source>
        <translation>Este contenido es de otra campaña, no de la campaña a la que se ha unido esta laptop.</translation>
    </message>
    <message>
        <source>Choose a file of your own campaign.</source>
        <translation>Elige un archivo de tu propia campaña.</translation>
    </message>
    <message>
        <source>The hub does not hold this file.</source>
        <translation>El servidor no tiene este archivo.</translation>
    </message>
    <message>
        <source>Try again later, or ask your organizer for the file.</source>
        <translation>Inténtalo más tarde, o pide el archivo a quien te organiza.</translation>
    </message>
    <message>
        <source>The hub&apos;s answer cannot be read.</source>
        <translation>La respuesta del servidor no se puede leer.</translation>
    </message>
    <message>
        <source>Install the newest version of this program.</source>
        <translation>Instala la versión más nueva de este programa.</translation>
    </message>
    <message>
        <source>The campaign&apos;s hub does not answer.</source>
        <translation>El servidor de la campaña no responde.</translation>
    </message>
    <message>
        <source>It is tried again by itself; you can go on working.</source>
        <translation>Se intenta otra vez por sí solo; puedes seguir trabajando.</translation>
    </message>
    <message>
        <source>The campaign&apos;s hub has a fault.</source>
        <translation>El servidor de la campaña tiene una falla.</translation>
    </message>
    <message>
        <source>Tell your organizer. It is tried again by itself.</source>
        <translation>Avisa a tu organizador. Se intenta otra vez por sí solo.</translation>
    </message>
    <message>
        <source>The campaign&apos;s hub has much to do just now.</source>
        <translation>El servidor de la campaña tiene mucho trabajo ahora.</translation>
    </message>
    <message>
        <source>The invite&apos;s file cannot be read.</source>
        <translation>El archivo de la invitación no se puede leer.</translation>
    </message>
    <message>
        <source>Check that it is there, or paste the link.</source>
        <translation>Comprueba que esté ahí o pega el enlace.</translation>
    </message>
    <message>
        <source>This invite or code is not good, or not any more.</source>
        <translation>Esta invitación o este código no es válido, o ya no lo es.</translation>
    </message>
    <message>
        <source>Check it, or ask your organizer for a new one.</source>
        <translation>Revísalo o pide uno nuevo a tu organizador.</translation>
    </message>
    <message>
        <source>This invite is over.</source>
        <translation>Esta invitación ha caducado.</translation>
    </message>
    <message>
        <source>Ask your organizer for a new one.</source>
        <translation>Pide una nueva a tu organizador.</translation>
    </message>
    <message>
        <source>This is no complete invite.</source>
        <translation>Esta invitación no está completa.</translation>
    </message>
    <message>
        <source>Copy the whole link, from f2f://join/ to its end, or ask for it again.</source>
        <translation>Copia el enlace entero, desde f2f://join/ hasta el final, o pídelo otra vez.</translation>
    </message>
    <message>
        <source>What the hub offers is too old to be believed.</source>
        <translation>Lo que ofrece el servidor es demasiado viejo para fiarse de ello.</translation>
    </message>
    <message>
        <source>Check this laptop&apos;s date, and ask your organizer to publish again.</source>
        <translation>Revisa la fecha de esta laptop y pide a tu organizador que publique de nuevo.</translation>
    </message>
    <message>
        <source>What the hub offers is not signed by your campaign.</source>
        <translation>Lo que ofrece el servidor no está firmado por tu campaña.</translation>
    </message>
    <message>
        <source>Nothing of it was taken. Tell your organizer.</source>
        <translation>No se tomó nada de eso. Avisa a tu organizador.</translation>
    </message>
    <message>
        <source>The hub offers an older version of the campaign than this laptop has.</source>
        <translation>El servidor ofrece una versión de la campaña más vieja que la de esta laptop.</translation>
    </message>
    <message>
        <source>Nothing was changed. Tell your organizer.</source>
        <translation>No se cambió nada. Avisa a tu organizador.</translation>
    </message>
    <message>
        <source>There is no network.</source>
        <translation>No hay red.</translation>
    </message>
    <message>
        <source>What waits is sent as soon as there is one.</source>
        <translation>Lo pendiente se envía en cuanto haya una.</translation>
    </message>
    <message>
        <source>This laptop has not joined a campaign&apos;s hub yet.</source>
        <translation>Esta laptop todavía no se ha unido al servidor de una campaña.</translation>
    </message>
    <message>
        <source>Paste an invite, or type a join code.</source>
        <translation>Pega una invitación o escribe un código de acceso.</translation>
    </message>
    <message>
        <source>This network answers in the hub&apos;s place.</source>
        <translation>Esta red responde en lugar del servidor.</translation>
    </message>
    <message>
        <source>Open a web page and sign in to the network, or use another one.</source>
        <translation>Abre una página web e inicia sesión en la red, o usa otra.</translation>
    </message>
    <message>
        <source>The connection is not safe: the hub&apos;s certificate is another one.</source>
        <translation>La conexión no es segura: el certificado del servidor es otro.</translation>
    </message>
    <message>
        <source>Use another network; if it stays, ask your organizer.</source>
        <translation>Usa otra red; si sigue igual, pregunta a tu organizador.</translation>
    </message>
    <message>
        <source>The hub refused this.</source>
        <translation>El servidor lo rechazó.</translation>
    </message>
    <message>
        <source>Ask your organizer.</source>
        <translation>Pregunta a tu organizador.</translation>
    </message>
    <message>
        <source>Synchronizing did not come to its end.</source>
        <translation>La sincronización no llegó a su fin.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>No se puede leer este archivo.</translation>
    </message>
    <message>
        <source>Check that it is there, and choose it again.</source>
        <translation>Comprueba que esté ahí y elígelo de nuevo.</translation>
    </message>
    <message>
        <source>This packet is too large to be sent.</source>
        <translation>Este paquete es demasiado grande para enviarlo.</translation>
    </message>
    <message>
        <source>Take the file to whoever runs the hub: they can import it there.</source>
        <translation>Lleva el archivo a quien administra el servidor: allí lo puede importar.</translation>
    </message>
    <message>
        <source>The line was cut.</source>
        <translation>La conexión se cortó.</translation>
    </message>
    <message>
        <source>Try again: it goes on where it was.</source>
        <translation>Inténtalo otra vez: continúa donde estaba.</translation>
    </message>
    <message>
        <source>What arrived is not what was sent.</source>
        <translation>Lo que llegó no es lo que se envió.</translation>
    </message>
    <message>
        <source>Try again, or use another network.</source>
        <translation>Inténtalo otra vez o usa otra red.</translation>
    </message>
    <message>
        <source>The hub does not know this laptop.</source>
        <translation>El servidor no conoce esta laptop.</translation>
    </message>
    <message>
        <source>Join again by an invite.</source>
        <translation>Únete otra vez con una invitación.</translation>
    </message>
    <message>
        <source>This action is not there any more.</source>
        <translation>Esta acción ya no existe.</translation>
    </message>
    <message>
        <source>Reload the list.</source>
        <translation>Vuelva a cargar la lista.</translation>
    </message>
    <message>
        <source>This table is about one action.</source>
        <translation>Esta tabla trata de una sola acción.</translation>
    </message>
    <message>
        <source>Choose the action.</source>
        <translation>Elija la acción.</translation>
    </message>
    <message>
        <source>Make room, close it in other programs, or choose another folder.</source>
        <translation>Haga espacio, ciérrelo en otros programas o elija otra carpeta.</translation>
    </message>
    <message>
        <source>This is no phone number and no e-mail address.</source>
        <translation>Esto no es un número de teléfono ni una dirección de correo.</translation>
    </message>
    <message>
        <source>Check it, with its country code.</source>
        <translation>Compruébalo, con su prefijo de país.</translation>
    </message>
    <message>
        <source>The file does not say which of its columns hold phone numbers or e-mail addresses.</source>
        <translation>El archivo no dice qué columnas tienen números de teléfono o direcciones de correo.</translation>
    </message>
    <message>
        <source>Call them phone and email in the first row, and import the file again.</source>
        <translation>Llámalas phone y email en la primera fila e importa el archivo de nuevo.</translation>
    </message>
    <message>
        <source>This was not put on the list on this laptop.</source>
        <translation>Esto no se puso en la lista desde esta laptop.</translation>
    </message>
    <message>
        <source>The volunteer or organizer who recorded it can undo it on theirs.</source>
        <translation>Quien lo anotó, sea voluntario u organizador, puede deshacerlo en la suya.</translation>
    </message>
    <message>
        <source>This is not on the opt-out list.</source>
        <translation>Esto no está en la lista de no contactar.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Before the first publication nothing can be put on the opt-out list.</source>
        <translation>Antes de la primera publicación no se puede poner nada en la lista de no contactar.</translation>
    </message>
    <message>
        <source>Publish the campaign first.</source>
        <translation>Publica primero la campaña.</translation>
    </message>
    <message>
        <source>Workbooks cannot be written: the organizer&apos;s tools are not installed.</source>
        <translation>No se pueden escribir libros de cálculo: faltan las herramientas del organizador.</translation>
    </message>
    <message>
        <source>Export as CSV, or install them.</source>
        <translation>Exporta como CSV o instálalas.</translation>
    </message>
    <message>
        <source>This picture cannot be used.</source>
        <translation>Esta imagen no se puede usar.</translation>
    </message>
    <message>
        <source>Choose a PNG or JPEG of at most 1 MB.</source>
        <translation>Elija un PNG o JPEG de 1 MB como máximo.</translation>
    </message>
    <message>
        <source>There is no campaign on this computer yet.</source>
        <translation>Todavía no hay ninguna campaña en este equipo.</translation>
    </message>
    <message>
        <source>Ask whoever gave it to you for it again.</source>
        <translation>Pídelo de nuevo a quien te lo dio.</translation>
    </message>
    <message>
        <source>Join it by your invite first.</source>
        <translation>Únase primero con su invitación.</translation>
    </message>
    <message>
        <source>There is no such table.</source>
        <translation>No existe esa tabla.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Elija una de la lista.</translation>
    </message>
    <message>
        <source>Not everything is ready to be published.</source>
        <translation>No todo está listo para publicarse.</translation>
    </message>
    <message>
        <source>Look at the check list.</source>
        <translation>Mire la lista de comprobación.</translation>
    </message>
    <message>
        <source>The campaign&apos;s signing key is not on this computer.</source>
        <translation>La clave de firma de la campaña no está en este equipo.</translation>
    </message>
    <message>
        <source>Open campaign.key, which the hub&apos;s set-up made.</source>
        <translation>Abra campaign.key, que se creó al instalar el servidor.</translation>
    </message>
    <message>
        <source>This key is not your campaign&apos;s.</source>
        <translation>Esta clave no es de su campaña.</translation>
    </message>
    <message>
        <source>Open the campaign.key of this campaign.</source>
        <translation>Abra el campaign.key de esta campaña.</translation>
    </message>
    <message>
        <source>A worksheet holds about a million rows, and this table has more.</source>
        <translation>Una hoja de cálculo admite cerca de un millón de filas y esta tabla tiene más.</translation>
    </message>
    <message>
        <source>Export it as CSV.</source>
        <translation>Expórtela como CSV.</translation>
    </message>
    <message>
        <source>Only an organizer who has joined the campaign&apos;s hub can open a room.</source>
        <translation>Solo un organizador que se ha unido al servidor de la campaña puede abrir una sala.</translation>
    </message>
    <message>
        <source>Ask an owner of the campaign for an invite.</source>
        <translation>Pide una invitación a un responsable de la campaña.</translation>
    </message>
    <message>
        <source>There is no room on this laptop.</source>
        <translation>No hay ninguna sala en esta laptop.</translation>
    </message>
    <message>
        <source>Open one first.</source>
        <translation>Abre una primero.</translation>
    </message>
    <message>
        <source>The room that this laptop joined has not been handed over to the campaign&apos;s hub yet.</source>
        <translation>La sala a la que se unió esta laptop aún no se ha entregado al servidor de la campaña.</translation>
    </message>
    <message>
        <source>Ask your organizer to do it. Everything is saved on this computer.</source>
        <translation>Pide a tu organizador que lo haga. Todo está guardado en esta laptop.</translation>
    </message>
    <message>
        <source>No receipts have come back yet for what this laptop carries.</source>
        <translation>Aún no han vuelto recibos de lo que lleva esta laptop.</translation>
    </message>
    <message>
        <source>Synchronize it with the hub first.</source>
        <translation>Sincronízala antes con el servidor.</translation>
    </message>
    <message>
        <source>The room&apos;s folder is damaged.</source>
        <translation>La carpeta de la sala está dañada.</translation>
    </message>
    <message>
        <source>Open a new room.</source>
        <translation>Abre una sala nueva.</translation>
    </message>
    <message>
        <source>The campaign&apos;s hub has not vouched for everything that was done in the room.</source>
        <translation>El servidor de la campaña no ha respondido por todo lo que se hizo en la sala.</translation>
    </message>
    <message>
        <source>Hand the room over first, with internet or by a stick.</source>
        <translation>Entrega antes la sala, con internet o con una memoria USB.</translation>
    </message>
    <message>
        <source>The room&apos;s hub did not start.</source>
        <translation>El servidor de la sala no arrancó.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, restart the app.</source>
        <translation>Inténtalo de nuevo; si sigue así, reinicia la aplicación.</translation>
    </message>
    <message>
        <source>Several districts of the file may be meant.</source>
        <translation>Puede tratarse de varios distritos del padrón.</translation>
    </message>
    <message>
        <source>Choose others, or a county too.</source>
        <translation>Elige otros, o también un condado.</translation>
    </message>
    <message>
        <source>Nobody in the file lives in this district.</source>
        <translation>Nadie del padrón vive en este distrito.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Elige otro.</translation>
    </message>
    <message>
        <source>The last day of use is over already.</source>
        <translation>El último día de uso ya ha pasado.</translation>
    </message>
    <message>
        <source>Choose a later day.</source>
        <translation>Elige un día posterior.</translation>
    </message>
    <message>
        <source>The files could not be written.</source>
        <translation>No se han podido escribir los archivos.</translation>
    </message>
    <message>
        <source>Make room, or choose another folder.</source>
        <translation>Haz sitio o elige otra carpeta.</translation>
    </message>
    <message>
        <source>The history does not go with the voter file.</source>
        <translation>El historial no corresponde al padrón electoral.</translation>
    </message>
    <message>
        <source>Leave it out, or add the files that belong to it.</source>
        <translation>Déjalo fuera o añade los archivos que le corresponden.</translation>
    </message>
    <message>
        <source>The layout of this file is not known.</source>
        <translation>No se conoce el formato de este archivo.</translation>
    </message>
    <message>
        <source>Choose its layout, or say what its columns hold.</source>
        <translation>Elige su formato o di qué contienen sus columnas.</translation>
    </message>
    <message>
        <source>The file cannot be read in this way.</source>
        <translation>El archivo no se puede leer de esta manera.</translation>
    </message>
    <message>
        <source>Say anew what its columns hold.</source>
        <translation>Di de nuevo qué contienen sus columnas.</translation>
    </message>
    <message>
        <source>No voter is left, so there is no extract.</source>
        <translation>No queda ningún votante, así que no hay extracto.</translation>
    </message>
    <message>
        <source>Check the file, its layout and the districts.</source>
        <translation>Revisa el archivo, su formato y los distritos.</translation>
    </message>
    <message>
        <source>No voter passes these filters.</source>
        <translation>Ningún votante pasa estos filtros.</translation>
    </message>
    <message>
        <source>Take one of them away.</source>
        <translation>Quita uno de ellos.</translation>
    </message>
    <message>
        <source>Voter files cannot be read here: the organizer&apos;s tools are not installed.</source>
        <translation>Aquí no se pueden leer padrones electorales: las herramientas de organización no están instaladas.</translation>
    </message>
    <message>
        <source>Install F2F Desktop with them: f2f-desktop[organizer].</source>
        <translation>Instala F2F Desktop con ellas: f2f-desktop[organizer].</translation>
    </message>
    <message>
        <source>More voters pass than the 1,000,000 that a list holds.</source>
        <translation>Pasan más votantes que los 1.000.000 que caben en una lista.</translation>
    </message>
    <message>
        <source>Choose a smaller part of them.</source>
        <translation>Elige una parte menor.</translation>
    </message>
    <message>
        <source>There is nothing in the file.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The voter file cannot be read.</source>
        <translation>No se puede leer el padrón electoral.</translation>
    </message>
    <message>
        <source>Check that it is whole, and text or a ZIP.</source>
        <translation>Comprueba que esté entero y que sea texto o un ZIP.</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Friend to Friend</source>
        <translation>De amigo a amigo</translation>
    </message>
    <message>
        <source>Something went wrong in the app itself.</source>
        <translation>Algo falló en la app misma.</translation>
    </message>
    <message>
        <source>What you saved is safe. You can save a report about it; it holds no personal data.</source>
        <translation>Lo que guardaste está a salvo. Puedes guardar un reporte del error; no contiene datos personales.</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Guardar reporte…</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Guardar reporte</translation>
    </message>
    <message>
        <source>The report could not be saved.</source>
        <translation>No se pudo guardar el reporte.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elige otra carpeta.</translation>
    </message>
</context>
<context>
    <name>FigureDefinitions</name>
    <message>
        <source>Volunteers whose access is open, once the action was published; and everybody who has done something in it.</source>
        <translation>Voluntarios con acceso abierto, una vez publicada la acción, y todos los que han hecho algo en ella.</translation>
    </message>
    <message>
        <source>Volunteers who have had this action on their screen.</source>
        <translation>Voluntarios que han tenido esta acción en su pantalla.</translation>
    </message>
    <message>
        <source>Volunteers who have pressed its start button.</source>
        <translation>Voluntarios que han pulsado su botón de inicio.</translation>
    </message>
    <message>
        <source>Volunteers who have finished a round of it at least once.</source>
        <translation>Voluntarios que han terminado al menos una ronda.</translation>
    </message>
    <message>
        <source>How many rounds of it were finished, by all volunteers together.</source>
        <translation>Cuántas rondas han terminado todos los voluntarios juntos.</translation>
    </message>
    <message>
        <source>Conversations with a report in force. A corrected report counts once, an undone one not at all.</source>
        <translation>Conversaciones con un informe vigente. Un informe corregido cuenta una vez; uno deshecho, ninguna.</translation>
    </message>
    <message>
        <source>First messages that volunteers said they sent to personal contacts, on all channels.</source>
        <translation>Primeros mensajes que los voluntarios dijeron haber enviado a sus contactos, por todos los canales.</translation>
    </message>
    <message>
        <source>Different phone numbers and addresses that a first message went to.</source>
        <translation>Números y direcciones distintos a los que fue un primer mensaje.</translation>
    </message>
    <message>
        <source>Conversations in which a reply was sent after the contact had answered.</source>
        <translation>Conversaciones en las que se envió una respuesta después de que el contacto contestara.</translation>
    </message>
    <message>
        <source>Replies that volunteers said they sent.</source>
        <translation>Respuestas que los voluntarios dijeron haber enviado.</translation>
    </message>
    <message>
        <source>Conversations with at least one first message.</source>
        <translation>Conversaciones con al menos un primer mensaje.</translation>
    </message>
    <message>
        <source>People of the target list who turned up among the contacts of this volunteer.</source>
        <translation>Personas de la lista que aparecieron entre los contactos de este voluntario.</translation>
    </message>
    <message>
        <source>Conversations with suggested contacts to whom a first message went.</source>
        <translation>Conversaciones con contactos sugeridos a los que fue un primer mensaje.</translation>
    </message>
    <message>
        <source>Clicks on tracked links in messages; previews and robots are not counted.</source>
        <translation>Clics en enlaces con seguimiento de los mensajes; no cuentan las vistas previas ni los robots.</translation>
    </message>
</context>
<context>
    <name>FileFaults</name>
    <message>
        <source>Choose its layout above, or say what its columns hold. A history needs its voter file beside it.</source>
        <translation>Elige su formato arriba o di qué contienen sus columnas. Un historial necesita a su lado su padrón electoral.</translation>
    </message>
    <message>
        <source>Leave the history out, or add the files that belong to it.</source>
        <translation>Deja fuera el historial o añade los archivos que le corresponden.</translation>
    </message>
    <message>
        <source>Choose others, or a county too.</source>
        <translation>Elige otros, o también un condado.</translation>
    </message>
</context>
<context>
    <name>FileNotes</name>
    <message>
        <source>{0} is no voter file and was passed over.</source>
        <translation>{0} no es un padrón electoral y se ha pasado por alto.</translation>
    </message>
    <message>
        <source>{0} is no history and was passed over.</source>
        <translation>{0} no es un historial y se ha pasado por alto.</translation>
    </message>
    <message>
        <source>{0} is empty and was passed over.</source>
        <translation>{0} está vacío y se ha pasado por alto.</translation>
    </message>
    <message>
        <source>Not voters but what goes with them: {0}.</source>
        <translation>No son votantes, sino lo que va con ellos: {0}.</translation>
    </message>
    <message>
        <source>{0} has no header; it is read by that of the other files.</source>
        <translation>{0} no tiene encabezado; se lee con el de los demás archivos.</translation>
    </message>
    <message>
        <source>A close call: {0} may also be of the layout {1} ({2} %).</source>
        <translation>Por poco: {0} también puede tener el formato {1} ({2} %).</translation>
    </message>
    <message>
        <source>Lines that are not in UTF-8 and were read as Windows-1252: {0}.</source>
        <translation>Líneas que no están en UTF-8 y se han leído como Windows-1252: {0}.</translation>
    </message>
    <message>
        <source>The districts you chose lie in {1} counties ({2}), and may be others in each. Choose a county too.</source>
        <translation>Los distritos que has elegido están en {1} condados ({2}) y pueden ser otros en cada uno. Elige también un condado.</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>elegido por ti</translation>
    </message>
    <message>
        <source>it has {0} of {1} columns that such files have, among them {2}</source>
        <translation>tiene {0} de las {1} columnas que tienen esos archivos, entre ellas {2}</translation>
    </message>
    <message>
        <source>{0} % of its {1} columns are known, among them {2}</source>
        <translation>se conoce el {0} % de sus {1} columnas, entre ellas {2}</translation>
    </message>
    <message>
        <source>it has no header, but {0} % of the first rows have its {1} columns and their values</source>
        <translation>no tiene encabezado, pero el {0} % de las primeras filas tiene sus {1} columnas y sus valores</translation>
    </message>
</context>
<context>
    <name>FileReport</name>
    <message>
        <source>Columns as you said</source>
        <translation>Columnas como has dicho</translation>
    </message>
    <message>
        <source>{sure} ({certainty} %)</source>
        <translation>{sure} ({certainty} %)</translation>
    </message>
    <message>
        <source>Why: {why}</source>
        <translation>Por qué: {why}</translation>
    </message>
    <message>
        <source>{files} and {count} more</source>
        <translation>{files} y {count} más</translation>
    </message>
    <message>
        <source>{role}: {files}</source>
        <translation>{role}: {files}</translation>
    </message>
    <message>
        <source>No history of who voted when is among the files: voter frequency is counted only where the voter file itself has columns of elections.</source>
        <translation>Entre los archivos no hay historial de quién votó cuándo: la frecuencia de voto solo se cuenta si el propio padrón tiene columnas de elecciones.</translation>
    </message>
    <message>
        <source>Registered are those whose {column} is {values}; all others are left out.</source>
        <translation>Están inscritos aquellos cuyo {column} es {values}; los demás se dejan fuera.</translation>
    </message>
    <message>
        <source>No column tells who is registered: everybody in the file is taken for it.</source>
        <translation>Ninguna columna dice quién está inscrito: se toma por tal a todo el que está en el padrón.</translation>
    </message>
    <message>
        <source>Records that {column} marks as confidential are left out.</source>
        <translation>Las fichas que {column} marca como confidenciales se dejan fuera.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leídas</translation>
    </message>
    <message>
        <source>can be in an extract</source>
        <translation>pueden estar en un extracto</translation>
    </message>
    <message>
        <source>of these damaged, and mended</source>
        <translation>de ellas dañadas y reparadas</translation>
    </message>
    <message>
        <source>left out: {reason}</source>
        <translation>se dejan fuera: {reason}</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>sure</source>
        <translation>seguro</translation>
    </message>
    <message>
        <source>likely: look at the rows</source>
        <translation>probable: mira las filas</translation>
    </message>
    <message>
        <source>not sure: look at the rows, or choose the layout</source>
        <translation>no es seguro: mira las filas o elige el formato</translation>
    </message>
    <message>
        <source>Voters</source>
        <translation>Votantes</translation>
    </message>
    <message>
        <source>History: who voted when</source>
        <translation>Historial: quién votó cuándo</translation>
    </message>
    <message>
        <source>History: a column for each election</source>
        <translation>Historial: una columna por elección</translation>
    </message>
    <message>
        <source>Codes of elections</source>
        <translation>Códigos de elecciones</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Distritos</translation>
    </message>
    <message>
        <source>Voter id</source>
        <translation>Id de votante</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Segundo nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Jr., Sr., III</source>
        <translation>Jr., Sr., III</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>Street address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Condado</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Partido</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Año de nacimiento</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Date of registration</source>
        <translation>Fecha de inscripción</translation>
    </message>
    <message>
        <source>Voter frequency</source>
        <translation>Frecuencia de voto</translation>
    </message>
    <message>
        <source>Votes cast</source>
        <translation>Votos emitidos</translation>
    </message>
    <message>
        <source>Votes possible</source>
        <translation>Votos posibles</translation>
    </message>
    <message>
        <source>tells voters apart; always in</source>
        <translation>distingue a los votantes; siempre está</translation>
    </message>
    <message>
        <source>matching; always in</source>
        <translation>coincidencias; siempre está</translation>
    </message>
    <message>
        <source>matching: tells namesakes apart</source>
        <translation>coincidencias: distingue a los tocayos</translation>
    </message>
    <message>
        <source>matching: tells father and son apart</source>
        <translation>coincidencias: distingue a padre e hijo</translation>
    </message>
    <message>
        <source>matching: which nicknames fit</source>
        <translation>coincidencias: qué apodos encajan</translation>
    </message>
    <message>
        <source>matching by address and household; house number and street</source>
        <translation>coincidencias por dirección y hogar; número y calle</translation>
    </message>
    <message>
        <source>matching by place; volunteers can filter by it</source>
        <translation>coincidencias por lugar; los voluntarios pueden filtrar por él</translation>
    </message>
    <message>
        <source>matching by place</source>
        <translation>coincidencias por lugar</translation>
    </message>
    <message>
        <source>shown to volunteers where the campaign allows it; auto-filters by party need it</source>
        <translation>los voluntarios lo ven si la campaña lo permite; los filtros automáticos por partido lo necesitan</translation>
    </message>
    <message>
        <source>matching: the strongest evidence there is, and the most private</source>
        <translation>coincidencias: el indicio más fuerte que hay, y el más privado</translation>
    </message>
    <message>
        <source>matching by birthday; the year alone is kept</source>
        <translation>coincidencias por cumpleaños; solo se conserva el año</translation>
    </message>
    <message>
        <source>votes always, sometimes, rarely, new: shown, and a filter; needs a history</source>
        <translation>vota siempre, a veces, rara vez, nuevo: se muestra y es un filtro; necesita un historial</translation>
    </message>
    <message>
        <source>in how many of the last general elections somebody voted; needs a history</source>
        <translation>en cuántas de las últimas elecciones generales votó alguien; necesita un historial</translation>
    </message>
    <message>
        <source>how many of them were open to somebody; needs a history</source>
        <translation>en cuántas de ellas podía votar; necesita un historial</translation>
    </message>
    <message>
        <source>live in another district</source>
        <translation>viven en otro distrito</translation>
    </message>
    <message>
        <source>the same voter id again</source>
        <translation>otra vez el mismo id de votante</translation>
    </message>
    <message>
        <source>a header line again</source>
        <translation>otra vez una línea de encabezado</translation>
    </message>
    <message>
        <source>damaged: not of the layout&apos;s shape</source>
        <translation>dañadas: no tienen la forma del formato</translation>
    </message>
    <message>
        <source>no usable voter id</source>
        <translation>sin id de votante utilizable</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>confidenciales</translation>
    </message>
    <message>
        <source>confidential or not: unclear</source>
        <translation>no está claro si son confidenciales</translation>
    </message>
    <message>
        <source>of a status that is not known</source>
        <translation>con un estado que no se conoce</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>removed from the rolls</source>
        <translation>dados de baja del padrón</translation>
    </message>
    <message>
        <source>deceased</source>
        <translation>fallecidos</translation>
    </message>
    <message>
        <source>registration denied</source>
        <translation>inscripción denegada</translation>
    </message>
    <message>
        <source>registration rejected</source>
        <translation>inscripción rechazada</translation>
    </message>
    <message>
        <source>registration pending</source>
        <translation>inscripción pendiente</translation>
    </message>
    <message>
        <source>registration incomplete</source>
        <translation>inscripción incompleta</translation>
    </message>
    <message>
        <source>registered in advance, too young to vote</source>
        <translation>inscritos por adelantado, demasiado jóvenes para votar</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>no inscritos</translation>
    </message>
    <message>
        <source>of another status</source>
        <translation>con otro estado</translation>
    </message>
    <message>
        <source>damaged: too few columns</source>
        <translation>dañadas: muy pocas columnas</translation>
    </message>
    <message>
        <source>damaged: too many columns</source>
        <translation>dañadas: demasiadas columnas</translation>
    </message>
    <message>
        <source>damaged: an endless line</source>
        <translation>dañadas: una línea sin fin</translation>
    </message>
    <message>
        <source>the whole voter file</source>
        <translation>el padrón electoral entero</translation>
    </message>
</context>
<context>
    <name>FilesStep</name>
    <message>
        <source>Voter files</source>
        <translation>Padrones electorales</translation>
    </message>
    <message>
        <source>Drop the voter files of a state or a vendor here: text, CSV, or the ZIP they came in. Several at once, such as county files, with the history of who voted when</source>
        <translation>Suelta aquí los padrones electorales de un estado o proveedor: texto, CSV o el ZIP en que vinieron. Varios a la vez, como archivos de condados, con el historial de quién votó cuándo</translation>
    </message>
    <message>
        <source>Choose files …</source>
        <translation>Elegir archivos…</translation>
    </message>
    <message>
        <source>Voter files (*.txt *.csv *.tsv *.tab *.dat *.lst *.zip *.gz *.xls);;All files (*)</source>
        <translation>Padrones electorales (*.txt *.csv *.tsv *.tab *.dat *.lst *.zip *.gz *.xls);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Layout of the files</source>
        <translation>Formato de los archivos</translation>
    </message>
    <message>
        <source>Recognise the layout</source>
        <translation>Reconocer el formato</translation>
    </message>
    <message>
        <source>Say what the columns hold …</source>
        <translation>Decir qué contienen las columnas…</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Otros archivos</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>Leyendo {file} …</translation>
    </message>
    <message>
        <source>This file has the same header as {file}, of which you have said what its columns hold. It can be read likewise; or look at what you said, by the layout above.</source>
        <translation>Este archivo tiene el mismo encabezado que {file}, cuyas columnas ya explicaste. Puede leerse igual; o revisa lo que dijiste, en el formato de arriba.</translation>
    </message>
    <message>
        <source>Read it likewise</source>
        <translation>Leerlo igual</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Close the filters</source>
        <translation>Cerrar los filtros</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Quitar todos</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Voter file</source>
        <translation>Padrón electoral</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Vota</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Partido</translation>
    </message>
    <message numerus="yes">
        <source>Show %n contact(s)</source>
        <translation>
            <numerusform>Mostrar %n contacto</numerusform>
            <numerusform>Mostrar %n contactos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterSection</name>
    <message>
        <source>Auto-filters</source>
        <translation>Filtros automáticos</translation>
    </message>
    <message>
        <source>Matched contacts who do not pass are not shown. Contacts who are not in the file always are.</source>
        <translation>Los contactos encontrados que no pasan no se muestran. Los que no están en el padrón se muestran siempre.</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Distrito</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Partido</translation>
    </message>
    <message>
        <source>Voter frequency</source>
        <translation>Frecuencia de voto</translation>
    </message>
    <message>
        <source>There is no voter extract on this computer: how many voters pass is not known.</source>
        <translation>No hay un extracto de votantes en este equipo: no se sabe cuántos votantes pasan.</translation>
    </message>
    <message>
        <source>{count} of {all} voters of the extract pass.</source>
        <translation>Pasan {count} de los {all} votantes del extracto.</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Protect</source>
        <translation>Protección</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaña</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Voters</source>
        <translation>Votantes</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Ask to follow up</source>
        <translation>Pedir seguimiento</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n other(s)</source>
        <translation>
            <numerusform>{names} y %n persona más</numerusform>
            <numerusform>{names} y %n personas más</numerusform>
        </translation>
    </message>
    <message>
        <source>Thank you for writing to your friends! Could you follow up with them: answer who has replied, ask again who has not, and file a report about each?</source>
        <translation>¡Gracias por escribir a tus amigos! ¿Puedes seguir en contacto con ellos: contestar a quien haya respondido, volver a preguntar a quien no y hacer un informe de cada uno?</translation>
    </message>
    <message>
        <source>What you ask</source>
        <translation>Lo que pides</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Pedir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{count} of {most} characters</source>
        <translation>{count} de {most} caracteres</translation>
    </message>
    <message numerus="yes">
        <source>Asked %n volunteer(s): it reaches their app when it synchronizes.</source>
        <translation>
            <numerusform>Pedido a %n voluntario: llega a su aplicación cuando se sincronice.</numerusform>
            <numerusform>Pedido a %n voluntarios: llega a su aplicación cuando se sincronice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked on %n laptop(s); the access of the others has ended.</source>
        <translation>
            <numerusform>Pedido en %n equipo; el acceso de los demás ha terminado.</numerusform>
            <numerusform>Pedido en %n equipos; el acceso de los demás ha terminado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody was asked: the access of these laptops has ended.</source>
        <translation>No se pidió a nadie: el acceso de estos equipos ha terminado.</translation>
    </message>
</context>
<context>
    <name>FormattedEdit</name>
    <message>
        <source>Bold</source>
        <translation>Negrita</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Cursiva</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Lista numerada</translation>
    </message>
    <message>
        <source>Link …</source>
        <translation>Enlace …</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Address, which begins with http:// or https://:</source>
        <translation>Dirección, que empieza por http:// o https://:</translation>
    </message>
    <message>
        <source>This is no address of a web page. It begins with http:// or https://:</source>
        <translation>Esto no es la dirección de una página web. Empieza por http:// o https://:</translation>
    </message>
</context>
<context>
    <name>FormattedText</name>
    <message>
        <source>Open this address?</source>
        <translation>¿Abrir esta dirección?</translation>
    </message>
    <message>
        <source>Friend to Friend</source>
        <translation>De amigo a amigo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>FriendCard</name>
    <message>
        <source>Your contact: {name}</source>
        <translation>Tu contacto: {name}</translation>
    </message>
    <message>
        <source>Your contact</source>
        <translation>Tu contacto</translation>
    </message>
    <message>
        <source>Also called {names}</source>
        <translation>También {names}</translation>
    </message>
    <message>
        <source>Birthday {date}</source>
        <translation>Cumpleaños: {date}</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>Opened; the text is on the clipboard too. Press Sent (S) when it is out.</source>
        <translation>Abierto; el texto también está en el portapapeles. Marca Enviado (S) cuando salga.</translation>
    </message>
    <message>
        <source>Nothing opened. The text is on the clipboard: paste it where you write.</source>
        <translation>No se abrió nada. El texto está en el portapapeles: pégalo donde escribas.</translation>
    </message>
    <message>
        <source>Number copied.</source>
        <translation>Número copiado.</translation>
    </message>
    <message>
        <source>Text copied.</source>
        <translation>Texto copiado.</translation>
    </message>
    <message>
        <source>Save image</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Image saved</source>
        <translation>Imagen guardada</translation>
    </message>
    <message>
        <source>Open in Messages</source>
        <translation>Abrir en Mensajes</translation>
    </message>
    <message>
        <source>Call from this computer</source>
        <translation>Llamar desde esta computadora</translation>
    </message>
    <message>
        <source>Open in Mail</source>
        <translation>Abrir en Correo</translation>
    </message>
    <message>
        <source>Open profile</source>
        <translation>Abrir perfil</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>What was said so far</source>
        <translation>Lo que se dijo hasta ahora</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Report, {when}</source>
        <translation>Informe, {when}</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Primer mensaje</translation>
    </message>
    <message>
        <source>Answer: {label}</source>
        <translation>Respuesta: {label}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Not sent after all</source>
        <translation>Al final no se envió</translation>
    </message>
</context>
<context>
    <name>HistoryDrawer</name>
    <message>
        <source>Close the history</source>
        <translation>Cerrar el historial</translation>
    </message>
    <message>
        <source>with {volunteer}</source>
        <translation>con {volunteer}</translation>
    </message>
    <message>
        <source>History of {contact}</source>
        <translation>Historial de {contact}</translation>
    </message>
</context>
<context>
    <name>ImageNote</name>
    <message>
        <source>Save image</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Goes with this picture: drag it into the message, or save it and attach it.</source>
        <translation>Lleva esta imagen: arrástrala al mensaje, o guárdala y adjúntala.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Back to the actions</source>
        <translation>Volver a las acciones</translation>
    </message>
    <message>
        <source>Contacts and files</source>
        <translation>Contactos y archivos</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Revisar ahora</translation>
    </message>
    <message>
        <source>Your contacts</source>
        <translation>Tus contactos</translation>
    </message>
    <message>
        <source>Voter extract</source>
        <translation>Extracto de votantes</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaña</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) on this laptop.</source>
        <translation>
            <numerusform>%n contacto en esta laptop.</numerusform>
            <numerusform>%n contactos en esta laptop.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are part of {campaign}. A newer file from it replaces its actions and scripts.</source>
        <translation>Formas parte de {campaign}. Un archivo más nuevo de ella reemplaza sus acciones y guiones.</translation>
    </message>
    <message>
        <source>You are part of no campaign yet.</source>
        <translation>Todavía no formas parte de ninguna campaña.</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) could be more than one voter.</source>
        <translation>
            <numerusform>%n contacto podría ser más de un votante.</numerusform>
            <numerusform>%n contactos podrían ser más de un votante.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Drop address books here: vCard (.vcf) or CSV, from a phone, Google, Outlook, LinkedIn …</source>
        <translation>Suelta aquí tus libretas: vCard (.vcf) o CSV, del teléfono, Google, Outlook, LinkedIn …</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Elegir archivos…</translation>
    </message>
    <message>
        <source>Address books (*.vcf *.vcard *.csv *.txt *.tsv);;All files (*)</source>
        <translation>Libretas de direcciones (*.vcf *.vcard *.csv *.txt *.tsv);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>From a server (CardDAV)…</source>
        <translation>De un servidor (CardDAV)…</translation>
    </message>
    <message>
        <source>Your contacts stay on this laptop, encrypted. They are never uploaded.</source>
        <translation>Tus contactos se quedan en esta laptop, cifrados. Nunca se suben a la red.</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Deshacer importación</translation>
    </message>
    <message>
        <source>Matching with the voter extract …</source>
        <translation>Comparando con el extracto de votantes …</translation>
    </message>
    <message>
        <source>Reading {names} …</source>
        <translation>Leyendo {names} …</translation>
    </message>
    <message>
        <source>Storing and merging …</source>
        <translation>Guardando y uniendo …</translation>
    </message>
    <message numerus="yes">
        <source>%n read</source>
        <translation>
            <numerusform>%n leído</numerusform>
            <numerusform>%n leídos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a look</source>
        <translation>
            <numerusform>%n por revisar</numerusform>
            <numerusform>%n por revisar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n ya estaba</numerusform>
            <numerusform>%n ya estaban</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n actualizado</numerusform>
            <numerusform>%n actualizados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged</source>
        <translation>
            <numerusform>%n unido</numerusform>
            <numerusform>%n unidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See what needs a look (%n)</source>
        <translation>
            <numerusform>Ver qué hay que revisar (%n)</numerusform>
            <numerusform>Ver qué hay que revisar (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>{matched} of {contacts} are in the voter file; {ambiguous} to check.</source>
        <translation>{matched} de {contacts} están en el padrón; {ambiguous} por revisar.</translation>
    </message>
    <message>
        <source>The import was undone.</source>
        <translation>La importación se deshizo.</translation>
    </message>
    <message>
        <source>Stopped. Nothing of it was kept.</source>
        <translation>Detenido. No se conservó nada de esto.</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Left out: nobody said what its columns hold.</source>
        <translation>Se dejó fuera: nadie indicó qué contienen sus columnas.</translation>
    </message>
</context>
<context>
    <name>InviteSheet</name>
    <message>
        <source>Your invite</source>
        <translation>Tu invitación</translation>
    </message>
    <message>
        <source>Good until {time}</source>
        <translation>Válida hasta {time}</translation>
    </message>
    <message>
        <source>Open F2F Desktop and type this code and address.</source>
        <translation>Abre F2F Desktop y escribe este código y esta dirección.</translation>
    </message>
    <message>
        <source>Open the camera, or the link that you were sent.</source>
        <translation>Abre la cámara, o el enlace que te enviaron.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>The invite as a QR code</source>
        <translation>La invitación como código QR</translation>
    </message>
    <message>
        <source>Invite to {campaign}</source>
        <translation>Invitación a {campaign}</translation>
    </message>
    <message>
        <source>{role} · {until} · Copy or save it now: it is not shown again.</source>
        <translation>{role} · {until} · Cópiala o guárdala ahora: no se vuelve a mostrar.</translation>
    </message>
    <message>
        <source>Save as a page…</source>
        <translation>Guardar como página…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as a page</source>
        <translation>Guardar como página</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The link is copied.</source>
        <translation>El enlace está copiado.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>Join code: {code}</source>
        <translation>Código de acceso: {code}</translation>
    </message>
    <message>
        <source>Join code</source>
        <translation>Código de acceso</translation>
    </message>
    <message>
        <source>at {address}</source>
        <translation>en {address}</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Guardar como archivo…</translation>
    </message>
    <message>
        <source>Show on the whole screen</source>
        <translation>Mostrar en toda la pantalla</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Guardar como archivo</translation>
    </message>
    <message>
        <source>Invites (*{suffix})</source>
        <translation>Invitaciones (*{suffix})</translation>
    </message>
    <message>
        <source>Pages (*.pdf *.png)</source>
        <translation>Páginas (*.pdf *.png)</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join a campaign&apos;s hub</source>
        <translation>Unirme al servidor de una campaña</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Reports then go to the campaign by themselves whenever there is a network, and what is new comes down. Without a network everything works as before.</source>
        <translation>Así los informes llegan solos a la campaña cuando hay red, y lo nuevo baja. Sin red todo funciona como antes.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message>
        <source>Invite</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>Join code</source>
        <translation>Código de acceso</translation>
    </message>
    <message>
        <source>Campaign file</source>
        <translation>Archivo de campaña</translation>
    </message>
    <message>
        <source>How to join</source>
        <translation>Cómo unirse</translation>
    </message>
    <message>
        <source>Joining and fetching the campaign …</source>
        <translation>Uniéndose y trayendo la campaña …</translation>
    </message>
    <message>
        <source>You have joined {campaign}, but its content has not come yet.</source>
        <translation>Te has unido a {campaign}, pero su contenido todavía no ha llegado.</translation>
    </message>
    <message>
        <source>You have joined {campaign}. It has published nothing yet: what it does comes by itself.</source>
        <translation>Te has unido a {campaign}. Todavía no ha publicado nada: lo que publique llegará solo.</translation>
    </message>
    <message>
        <source>You are part of {campaign}.</source>
        <translation>Formas parte de {campaign}.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>Connect this laptop to a network, then try again.</source>
        <translation>Conecta esta laptop a una red e inténtalo otra vez.</translation>
    </message>
    <message>
        <source>Check its address, and that this laptop is in the right network; then try again.</source>
        <translation>Comprueba su dirección y que esta laptop esté en la red correcta; luego inténtalo otra vez.</translation>
    </message>
    <message>
        <source>Paste the invite link</source>
        <translation>Pega el enlace de la invitación</translation>
    </message>
    <message>
        <source>Or drop the invite file here: an .f2finvite file that your organizer sent you</source>
        <translation>O suelta aquí el archivo de la invitación: un archivo .f2finvite que te envió tu organizador</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Invites (*.f2finvite);;All files (*)</source>
        <translation>Invitaciones (*.f2finvite);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirme</translation>
    </message>
    <message>
        <source>Your organizer shows both: the hub&apos;s address, and a code of six letters and digits.</source>
        <translation>Tu organizador muestra ambos: la dirección del servidor y un código de seis letras y cifras.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Join this campaign</source>
        <translation>Unirme a esta campaña</translation>
    </message>
    <message>
        <source>Another invite</source>
        <translation>Otra invitación</translation>
    </message>
    <message>
        <source>By joining, your name and e-mail address go to the campaign, and from then on your reports do. Your contacts stay here.</source>
        <translation>Al unirte, tu nombre y tu correo van a la campaña, y desde entonces también tus informes. Tus contactos se quedan aquí.</translation>
    </message>
    <message>
        <source>Hub: {address}</source>
        <translation>Servidor: {address}</translation>
    </message>
    <message>
        <source>good until {moment}</source>
        <translation>válida hasta {moment}</translation>
    </message>
    <message>
        <source>A join code has six letters and digits; there is no O, I, 0 or 1 in it.</source>
        <translation>Un código de acceso tiene seis letras y cifras; no contiene O, I, 0 ni 1.</translation>
    </message>
</context>
<context>
    <name>KeyCaps</name>
    <message>
        <source>Key: {key}</source>
        <translation>Tecla: {key}</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>The list</source>
        <translation>La lista</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>El mensaje</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>El informe</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>La persona</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>En todo momento</translation>
    </message>
    <message>
        <source>Next contact (in the list also arrow down)</source>
        <translation>Contacto siguiente (en la lista, también flecha abajo)</translation>
    </message>
    <message>
        <source>Previous contact (in the list also arrow up)</source>
        <translation>Contacto anterior (en la lista, también flecha arriba)</translation>
    </message>
    <message>
        <source>From the list to the conversation</source>
        <translation>De la lista a la conversación</translation>
    </message>
    <message>
        <source>Search (also Ctrl+F)</source>
        <translation>Buscar (también Ctrl+F)</translation>
    </message>
    <message>
        <source>Starred contacts only, or all</source>
        <translation>Solo contactos con estrella, o todos</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Text; Ctrl+2 call, Ctrl+3 e-mail, Ctrl+4 social</source>
        <translation>Texto; Ctrl+2 llamada, Ctrl+3 correo, Ctrl+4 redes</translation>
    </message>
    <message>
        <source>Edit the message; Esc leaves it</source>
        <translation>Editar el mensaje; Esc para salir</translation>
    </message>
    <message>
        <source>Show the QR code large</source>
        <translation>Mostrar el código QR en grande</translation>
    </message>
    <message>
        <source>Try another code</source>
        <translation>Probar otro código</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copiar el mensaje</translation>
    </message>
    <message>
        <source>Open it in an app on this computer</source>
        <translation>Abrirlo en una app de esta computadora</translation>
    </message>
    <message>
        <source>Another number, address or account</source>
        <translation>Otro número, dirección o cuenta</translation>
    </message>
    <message>
        <source>It was sent, or you talked</source>
        <translation>Se envió, o hablaste</translation>
    </message>
    <message>
        <source>Not sent, or no answer: on to the next</source>
        <translation>No se envió o no contestó: al siguiente</translation>
    </message>
    <message>
        <source>What they said: choose your answer</source>
        <translation>Lo que te dijeron: elige tu respuesta</translation>
    </message>
    <message>
        <source>Back to the first message</source>
        <translation>Volver al primer mensaje</translation>
    </message>
    <message>
        <source>Questions: then 1 to 9; F again for the next one</source>
        <translation>Preguntas: luego de 1 a 9; F otra vez para la siguiente</translation>
    </message>
    <message>
        <source>Tags: then 1 to 9, or arrows and Space</source>
        <translation>Etiquetas: luego de 1 a 9, o flechas y Espacio</translation>
    </message>
    <message>
        <source>Write a note; Esc leaves it</source>
        <translation>Escribir una nota; Esc para salir</translation>
    </message>
    <message>
        <source>Save the report and go on to the next</source>
        <translation>Guardar el informe y pasar al siguiente</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Yes, this voter is them</source>
        <translation>Sí, es este votante</translation>
    </message>
    <message>
        <source>No, this voter is somebody else</source>
        <translation>No, este votante es otra persona</translation>
    </message>
    <message>
        <source>See the possible voters and choose</source>
        <translation>Ver los posibles votantes y elegir</translation>
    </message>
    <message>
        <source>Find them in the voter file</source>
        <translation>Buscar a la persona en el padrón</translation>
    </message>
    <message>
        <source>Why we think so</source>
        <translation>Por qué lo creemos</translation>
    </message>
    <message>
        <source>What was said so far</source>
        <translation>Lo que se dijo hasta ahora</translation>
    </message>
    <message>
        <source>Do not contact again</source>
        <translation>No volver a contactar</translation>
    </message>
    <message>
        <source>Undo the last step (also Ctrl+Z)</source>
        <translation>Deshacer el último paso (también Ctrl+Z)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>This help (also ?)</source>
        <translation>Esta ayuda (también ?)</translation>
    </message>
</context>
<context>
    <name>LargeCode</name>
    <message>
        <source>Large QR code</source>
        <translation>Código QR grande</translation>
    </message>
    <message>
        <source>QR code for your phone</source>
        <translation>Código QR para tu teléfono</translation>
    </message>
    <message>
        <source>Scan with your phone&apos;s camera. Esc closes.</source>
        <translation>Escanéalo con la cámara de tu teléfono. Esc lo cierra.</translation>
    </message>
</context>
<context>
    <name>LeaveOpenRoom</name>
    <message>
        <source>The room is open</source>
        <translation>La sala está abierta</translation>
    </message>
    <message>
        <source>Close the room and the app?</source>
        <translation>¿Cerrar la sala y la aplicación?</translation>
    </message>
    <message>
        <source>Volunteers in the room cannot synchronize any more. What they sent stays on this laptop, encrypted, until it is handed over to the campaign&apos;s hub.</source>
        <translation>Los voluntarios de la sala ya no podrán sincronizar. Lo que enviaron queda en esta laptop, cifrado, hasta que se entregue al servidor de la campaña.</translation>
    </message>
    <message>
        <source>Close both</source>
        <translation>Cerrar las dos</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
</context>
<context>
    <name>LedgerDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What left this laptop</source>
        <translation>Qué salió de esta laptop</translation>
    </message>
    <message>
        <source>What the chosen line held</source>
        <translation>Qué contenía la línea elegida</translation>
    </message>
    <message>
        <source>Choose a line to read what it held.</source>
        <translation>Elige una línea para leer qué contenía.</translation>
    </message>
    <message>
        <source>What left this laptop, and what was looked up on it</source>
        <translation>Qué salió de esta laptop y qué se buscó en ella</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Guardar como texto…</translation>
    </message>
    <message>
        <source>Every request to the campaign&apos;s hub stands here before it is sent, with all that it holds. Searches of the voter file stay on this laptop: what you typed goes to nobody. The list lies in the encrypted vault and is wiped with it.</source>
        <translation>Cada petición al servidor de la campaña se anota aquí antes de enviarse, con todo lo que contiene. Las búsquedas en el padrón electoral se quedan en esta laptop: lo que escribiste no va a nadie. La lista está en la bóveda cifrada y se borra con ella.</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>Escribiendo {name} …</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Guardar la lista</translation>
    </message>
    <message>
        <source>what-left-this-laptop.txt</source>
        <translation>que-salio-de-esta-laptop.txt</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n línea</numerusform>
            <numerusform>%n líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>{lines}; {bytes} bytes left this laptop</source>
        <translation>{lines}; {bytes} bytes salieron de esta laptop</translation>
    </message>
    <message>
        <source>A search of the voter file, on this laptop. Nothing left it.</source>
        <translation>Una búsqueda en el padrón electoral, en esta laptop. Nada salió de ella.</translation>
    </message>
    <message>
        <source>A question without content of its own; signed by this laptop&apos;s key.</source>
        <translation>Una pregunta sin contenido propio, firmada con la clave de esta laptop.</translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Adónde</translation>
    </message>
    <message>
        <source>Bytes sent</source>
        <translation>Bytes enviados</translation>
    </message>
</context>
<context>
    <name>LedgerWords</name>
    <message>
        <source>name “{text}”</source>
        <translation>nombre «{text}»</translation>
    </message>
    <message>
        <source>street “{text}”</source>
        <translation>calle «{text}»</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n encontrado</numerusform>
            <numerusform>%n encontrados</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, one chosen</source>
        <translation>{count}, uno elegido</translation>
    </message>
    <message>
        <source>Looked for: {what} ({found})</source>
        <translation>Se buscó: {what} ({found})</translation>
    </message>
    <message>
        <source>Joining: your name, your e-mail address, this laptop&apos;s key</source>
        <translation>Unirse: tu nombre, tu correo, la clave de esta laptop</translation>
    </message>
    <message>
        <source>Question: what does the hub have of this laptop?</source>
        <translation>Pregunta: ¿qué tiene el servidor de esta laptop?</translation>
    </message>
    <message>
        <source>Question: what is new?</source>
        <translation>Pregunta: ¿qué hay de nuevo?</translation>
    </message>
    <message>
        <source>Question for a part of the campaign or of the extract</source>
        <translation>Pregunta por una parte de la campaña o del extracto</translation>
    </message>
    <message>
        <source>A packet of reports</source>
        <translation>Un paquete de informes</translation>
    </message>
    <message>
        <source>Which of the campaign&apos;s extracts is installed on this laptop</source>
        <translation>Cuál de los extractos de la campaña está instalado en este portátil</translation>
    </message>
    <message>
        <source>Publishing the campaign&apos;s content</source>
        <translation>Publicación del contenido de la campaña</translation>
    </message>
    <message>
        <source>{what} ({times} times)</source>
        <translation>{what} ({times} veces)</translation>
    </message>
    <message>
        <source>nowhere; for {name}</source>
        <translation>a ninguna parte; para {name}</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>a ninguna parte</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n informe</numerusform>
            <numerusform>%n informes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) of a message sent</source>
        <translation>
            <numerusform>%n nota de un mensaje enviado</numerusform>
            <numerusform>%n notas de mensajes enviados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other note(s)</source>
        <translation>
            <numerusform>%n nota más</numerusform>
            <numerusform>%n notas más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterCard</name>
    <message>
        <source>Replaced since</source>
        <translation>Reemplazado después</translation>
    </message>
    <message>
        <source>Open and correct</source>
        <translation>Abrir y corregir</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar otra vez</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
</context>
<context>
    <name>LetterWords</name>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Corrected report</source>
        <translation>Informe corregido</translation>
    </message>
    <message>
        <source>Note of a message sent</source>
        <translation>Nota de un mensaje enviado</translation>
    </message>
    <message>
        <source>Wish not to be contacted</source>
        <translation>Deseo de no ser contactado</translation>
    </message>
    <message>
        <source>Entry on the opt-out list</source>
        <translation>Entrada en la lista de no contactar</translation>
    </message>
    <message>
        <source>Undoing of a step</source>
        <translation>Un paso deshecho</translation>
    </message>
    <message>
        <source>Note of what you did</source>
        <translation>Nota de lo que hiciste</translation>
    </message>
    <message>
        <source>{what} about {name}</source>
        <translation>{what} sobre {name}</translation>
    </message>
    <message>
        <source>It is too large for the hub. Shorten the note, then it is sent in its place.</source>
        <translation>Es demasiado grande para el servidor. Acorta la nota y se enviará en su lugar.</translation>
    </message>
    <message>
        <source>The hub cannot read it. A newer program may; sending it again does no harm.</source>
        <translation>El servidor no puede leerlo. Un programa más nuevo quizá sí; enviarlo otra vez no hace daño.</translation>
    </message>
    <message>
        <source>Its signature does not fit. Send it again; if it stays, export it.</source>
        <translation>Su firma no coincide. Envíalo otra vez; si sigue igual, expórtalo.</translation>
    </message>
    <message>
        <source>It came under another number than it was signed for. Send it again.</source>
        <translation>Llegó con otro número que el firmado. Envíalo otra vez.</translation>
    </message>
    <message>
        <source>The hub holds something else under its number. Export it for your organizer.</source>
        <translation>El servidor tiene otra cosa con su número. Expórtalo para tu organizador.</translation>
    </message>
    <message>
        <source>The hub gave no reason.</source>
        <translation>El servidor no dio ninguna razón.</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Name, such as: Plan</source>
        <translation>Nombre, por ejemplo: Plan</translation>
    </message>
    <message>
        <source>Name of the link</source>
        <translation>Nombre del enlace</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation>Quitar este enlace</translation>
    </message>
    <message>
        <source>The address must begin with https:// and hold no blanks.</source>
        <translation>La dirección debe empezar con https:// y no llevar espacios.</translation>
    </message>
    <message>
        <source>In scripts: {field}</source>
        <translation>En los guiones: {field}</translation>
    </message>
</context>
<context>
    <name>LinksSection</name>
    <message>
        <source>Tracked links</source>
        <translation>Enlaces con seguimiento</translation>
    </message>
    <message>
        <source>Optional. Each message gets a short address of its own, so that you see how many links were followed.</source>
        <translation>Opcional. Cada mensaje recibe su propia dirección corta, así ves cuántos enlaces se abrieron.</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>Añadir un enlace</translation>
    </message>
</context>
<context>
    <name>ListMappingDialog</name>
    <message>
        <source>What is in these columns?</source>
        <translation>¿Qué hay en estas columnas?</translation>
    </message>
    <message>
        <source>Read the list</source>
        <translation>Leer la lista</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The columns of this list are called otherwise than usual. Say which hold what; every other column can be used in scripts under its own name.</source>
        <translation>Las columnas de esta lista no se llaman como de costumbre. Di cuál contiene qué; las demás columnas se pueden usar en los guiones con su propio nombre.</translation>
    </message>
    <message>
        <source>(not in the list)</source>
        <translation>(no está en la lista)</translation>
    </message>
    <message>
        <source>As you said of {file} the last time.</source>
        <translation>Como dijiste la última vez de {file}.</translation>
    </message>
    <message>
        <source>First name (needed)</source>
        <translation>Nombre (necesario)</translation>
    </message>
    <message>
        <source>Last name (needed)</source>
        <translation>Apellido (necesario)</translation>
    </message>
    <message>
        <source>Phone number (needed)</source>
        <translation>Número de teléfono (necesario)</translation>
    </message>
    <message>
        <source>Voter id of the state</source>
        <translation>Id de votante del estado</translation>
    </message>
    <message>
        <source>VAN id</source>
        <translation>Id de VAN</translation>
    </message>
    <message>
        <source>PDI id</source>
        <translation>Id de PDI</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>E-mail of the volunteer it is assigned to</source>
        <translation>Correo del voluntario a quien se asigna</translation>
    </message>
    <message>
        <source>Still to say: {fields}</source>
        <translation>Falta por decir: {fields}</translation>
    </message>
</context>
<context>
    <name>ListReport</name>
    <message>
        <source>Name of the list</source>
        <translation>Nombre de la lista</translation>
    </message>
    <message>
        <source>Keep the list</source>
        <translation>Guardar la lista</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>What there is to say</source>
        <translation>Qué hay que decir</translation>
    </message>
    <message>
        <source>Rows with something to say</source>
        <translation>Filas con algo que decir</translation>
    </message>
    <message>
        <source>Rows read: {count}</source>
        <translation>Filas leídas: {count}</translation>
    </message>
    <message>
        <source>Found among the {all} voters of the extract: {count} ({ids} by id, {matches} by match)</source>
        <translation>Encontrados entre los {all} votantes del extracto: {count} ({ids} por id, {matches} por coincidencia)</translation>
    </message>
    <message>
        <source>With name and phone, for volunteers&apos; laptops to compare with contacts: {count}</source>
        <translation>Con nombre y teléfono, para que las laptops de los voluntarios los comparen con sus contactos: {count}</translation>
    </message>
    <message>
        <source>There is no voter extract on this computer, so nobody was looked up.</source>
        <translation>No hay un extracto de votantes en este equipo, así que no se buscó a nadie.</translation>
    </message>
    <message>
        <source>Columns for scripts: {columns}</source>
        <translation>Columnas para los guiones: {columns}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>The row has no first name or no last name, and no id; it was left out.</source>
        <translation>La fila no tiene nombre o apellido, ni un id; se dejó fuera.</translation>
    </message>
    <message>
        <source>The row has no phone number.</source>
        <translation>La fila no tiene número de teléfono.</translation>
    </message>
    <message>
        <source>The phone number is not valid; the row came in without it.</source>
        <translation>El número de teléfono no es válido; la fila entró sin él.</translation>
    </message>
    <message>
        <source>The assigned e-mail address is none; the row was left out, so that it does not go to everybody.</source>
        <translation>La dirección de correo asignada no es válida; la fila se dejó fuera, para que no llegue a todos.</translation>
    </message>
    <message>
        <source>The quotes of the row are not in pairs; it was read as one line.</source>
        <translation>Las comillas de la fila no van en pares; se leyó como una sola línea.</translation>
    </message>
    <message>
        <source>The row has more cells than the header; the ones too many were left out.</source>
        <translation>La fila tiene más celdas que el encabezado; las que sobran se dejaron fuera.</translation>
    </message>
    <message>
        <source>A value is longer than 2,000 letters and was cut.</source>
        <translation>Un valor tiene más de 2,000 letras y se recortó.</translation>
    </message>
    <message>
        <source>The list has more than 1,000,000 rows; the rest of them was left out.</source>
        <translation>La lista tiene más de 1,000,000 de filas; el resto se dejó fuera.</translation>
    </message>
    <message>
        <source>Nobody in the extract fits</source>
        <translation>Nadie del extracto coincide</translation>
    </message>
    <message>
        <source>Several voters fit</source>
        <translation>Coinciden varios votantes</translation>
    </message>
    <message>
        <source>One voter fits, but not surely</source>
        <translation>Coincide un votante, pero no con seguridad</translation>
    </message>
    <message>
        <source>The id is not in the extract</source>
        <translation>El id no está en el extracto</translation>
    </message>
    <message>
        <source>The row of another line fits that voter better</source>
        <translation>La fila de otra línea coincide mejor con ese votante</translation>
    </message>
    <message>
        <source>The same person as the row of another line</source>
        <translation>La misma persona que la fila de otra línea</translation>
    </message>
    <message>
        <source>goes along with name and phone</source>
        <translation>va con nombre y teléfono</translation>
    </message>
    <message>
        <source>left out: no name</source>
        <translation>queda fuera: sin nombre</translation>
    </message>
    <message>
        <source>left out: no phone number</source>
        <translation>queda fuera: sin número de teléfono</translation>
    </message>
    <message>
        <source>left out: the phone number is not valid</source>
        <translation>queda fuera: el número de teléfono no es válido</translation>
    </message>
    <message>
        <source>goes along already</source>
        <translation>ya va incluida</translation>
    </message>
</context>
<context>
    <name>ListsPlace</name>
    <message>
        <source>Drop a list here: CSV, TXT or XLSX with first_name, last_name and phone</source>
        <translation>Suelta aquí una lista: CSV, TXT o XLSX con first_name, last_name y phone</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Elegir un archivo …</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt *.xlsx)</source>
        <translation>Listas (*.csv *.tsv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>+ New list from the voter file</source>
        <translation>+ Nueva lista del padrón electoral</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>In the voter file</source>
        <translation>En el padrón</translation>
    </message>
    <message>
        <source>Name and phone</source>
        <translation>Nombre y teléfono</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>La usa</translation>
    </message>
    <message>
        <source>Remove list</source>
        <translation>Quitar la lista</translation>
    </message>
    <message>
        <source>There is no list yet. Actions do without: volunteers reach out to whom they like.</source>
        <translation>Todavía no hay listas. Las acciones funcionan sin ellas: los voluntarios escriben a quien quieran.</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>Leyendo {file} …</translation>
    </message>
    <message>
        <source>“{name}” is kept; choose it in an action.</source>
        <translation>“{name}” está guardada; elígela en una acción.</translation>
    </message>
    <message>
        <source>“{name}” goes with the next publication.</source>
        <translation>“{name}” desaparece con la próxima publicación.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Friend to Friend</source>
        <translation>De amigo a amigo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Campaign files, extracts and invites ({patterns})</source>
        <translation>Archivos de campaña, extractos e invitaciones ({patterns})</translation>
    </message>
    <message>
        <source>The campaign has news: its actions and scripts are up to date.</source>
        <translation>La campaña tiene novedades: sus acciones y guiones están al día.</translation>
    </message>
    <message>
        <source>The campaign has ended this laptop&apos;s access. The voter extract is wiped; your contacts and reports are kept, and can be exported.</source>
        <translation>La campaña ha terminado el acceso de esta laptop. El extracto del padrón se borró; tus contactos e informes se conservan y se pueden exportar.</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>What is in these columns?</source>
        <translation>¿Qué hay en estas columnas?</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>Leer el archivo</translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation>Dejar fuera este archivo</translation>
    </message>
    <message>
        <source>We do not know this kind of table. Say over each column what it holds; these are the first rows of the file. The answer is kept for every table with the same columns.</source>
        <translation>No conocemos este tipo de tabla. Indica sobre cada columna qué contiene; estas son las primeras filas del archivo. La respuesta se guarda para todas las tablas con las mismas columnas.</translation>
    </message>
    <message>
        <source>Columns and first rows</source>
        <translation>Columnas y primeras filas</translation>
    </message>
    <message>
        <source>What “{column}” holds</source>
        <translation>Qué contiene “{column}”</translation>
    </message>
    <message>
        <source>(leave out)</source>
        <translation>(dejar fuera)</translation>
    </message>
    <message>
        <source>At least one column must hold a name, a phone number or an e-mail address.</source>
        <translation>Al menos una columna debe contener un nombre, un número de teléfono o un correo electrónico.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nombre completo</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Segundo nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Apodo</translation>
    </message>
    <message>
        <source>Suffix (Jr, III)</source>
        <translation>Sufijo (Jr, III)</translation>
    </message>
    <message>
        <source>Title (Dr, Mrs)</source>
        <translation>Tratamiento (Dr., Sra.)</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>Teléfono móvil</translation>
    </message>
    <message>
        <source>Home phone</source>
        <translation>Teléfono de casa</translation>
    </message>
    <message>
        <source>Work phone</source>
        <translation>Teléfono del trabajo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Calle y número</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Cumpleaños</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation>Instagram</translation>
    </message>
    <message>
        <source>X (Twitter)</source>
        <translation>X (Twitter)</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
</context>
<context>
    <name>MatchPanel</name>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Choose a voter</source>
        <translation>Elegir votante</translation>
    </message>
    <message>
        <source>That&apos;s them</source>
        <translation>Sí, es</translation>
    </message>
    <message>
        <source>Not them</source>
        <translation>No es</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Review all</source>
        <translation>Revisar todas</translation>
    </message>
    <message>
        <source>Find in the voter file</source>
        <translation>Buscar en el padrón</translation>
    </message>
    <message>
        <source>Why it may be {voter}</source>
        <translation>Por qué puede ser {voter}</translation>
    </message>
    <message>
        <source>You confirmed {voter}, who is no longer in the voter file (since {day}).</source>
        <translation>Confirmaste a {voter}, que ya no está en el padrón (desde: {day}).</translation>
    </message>
    <message>
        <source>You confirmed: {voter}</source>
        <translation>Confirmaste: {voter}</translation>
    </message>
    <message>
        <source>In the voter file: {voter} ({percent} % sure)</source>
        <translation>En el padrón: {voter} ({percent} % de certeza)</translation>
    </message>
    <message>
        <source>this contact</source>
        <translation>este contacto</translation>
    </message>
    <message numerus="yes">
        <source>%n possible voter(s). Is one of them {name}?</source>
        <translation>
            <numerusform>%n posible votante. ¿Es {name}?</numerusform>
            <numerusform>%n posibles votantes. ¿Alguno es {name}?</numerusform>
        </translation>
    </message>
    <message>
        <source>You said that nobody in the voter file is this contact.</source>
        <translation>Dijiste que nadie del padrón es este contacto.</translation>
    </message>
    <message>
        <source>Not found in the voter file: you can still reach out.</source>
        <translation>No está en el padrón: igual puedes escribirle.</translation>
    </message>
    <message>
        <source>It could also be</source>
        <translation>También podría ser</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Ninguno de ellos</translation>
    </message>
    <message>
        <source>{percent} % likely</source>
        <translation>{percent} % probable</translation>
    </message>
    <message>
        <source>{name} is this contact</source>
        <translation>{name} es este contacto</translation>
    </message>
    <message>
        <source>born {year}</source>
        <translation>nac. {year}</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>First message</source>
        <translation>Primer mensaje</translation>
    </message>
    <message>
        <source>Which number, address or account</source>
        <translation>Qué número, dirección o cuenta</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar texto</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>Lo que te dijeron</translation>
    </message>
    <message>
        <source>What did {name} say?</source>
        <translation>¿Qué dijo {name}?</translation>
    </message>
    <message>
        <source>Your answer: {label}</source>
        <translation>Tu respuesta: {label}</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Qué decir</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>Hablamos</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>No contestó</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copiar número</translation>
    </message>
    <message>
        <source>Did you talk?</source>
        <translation>¿Hablaron?</translation>
    </message>
    <message>
        <source>Did it go out?</source>
        <translation>¿Se envió?</translation>
    </message>
    <message>
        <source>Nothing is known for “{names}”, so it was left out. Read the message before you send it.</source>
        <translation>No se sabe nada de “{names}”, así que se omitió. Lee el mensaje antes de enviarlo.</translation>
    </message>
    <message>
        <source>Sent also records: {marks}</source>
        <translation>Al marcar “Enviado” también se anota: {marks}</translation>
    </message>
</context>
<context>
    <name>NewInviteDialog</name>
    <message>
        <source>New invite</source>
        <translation>Nueva invitación</translation>
    </message>
    <message>
        <source>Who it is for, such as: Tuesday&apos;s meeting</source>
        <translation>Para quién es; por ejemplo: reunión del martes</translation>
    </message>
    <message>
        <source>With a join code of six characters, to project or read out</source>
        <translation>Con un código de acceso de seis caracteres, para proyectar o leer en voz alta</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>For how many laptops</source>
        <translation>Para cuántas laptops</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Válida durante</translation>
    </message>
    <message>
        <source>Make the invite</source>
        <translation>Crear la invitación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Volunteers get the campaign, talk to their friends, and report.</source>
        <translation>Los voluntarios reciben la campaña, hablan con sus amigos e informan.</translation>
    </message>
    <message>
        <source>Organizers publish actions, see all results and names, and invite. Only for people whom you trust with that.</source>
        <translation>Los organizadores publican acciones, ven todos los resultados y nombres, e invitan. Solo para personas a quienes confíes eso.</translation>
    </message>
    <message>
        <source>Owners may do everything, and see what organizers did. Only for people you know well.</source>
        <translation>Los propietarios pueden hacer todo y ver qué hicieron los organizadores. Solo para personas que conozcas bien.</translation>
    </message>
    <message>
        <source>A join code is good for a day at most.</source>
        <translation>Un código de acceso vale como mucho un día.</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsBanner</name>
    <message>
        <source>The campaign has closed this action. What you have begun can still be reported; then choose another action.</source>
        <translation>La campaña ha cerrado esta acción. Lo que empezaste aún se puede informar; después elige otra acción.</translation>
    </message>
    <message>
        <source>new: {titles}</source>
        <translation>nuevo: {titles}</translation>
    </message>
    <message>
        <source>this action has changed, and shows it once you leave this conversation</source>
        <translation>esta acción ha cambiado y lo muestra cuando dejes esta conversación</translation>
    </message>
    <message>
        <source>The campaign has news: {what}.</source>
        <translation>La campaña tiene novedades: {what}.</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>{name} asks you</source>
        <translation>{name} te pide</translation>
    </message>
    <message>
        <source>An organizer asks you</source>
        <translation>Un organizador te pide</translation>
    </message>
    <message>
        <source>Open the action</source>
        <translation>Abrir la acción</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Fetching {label} …</source>
        <translation>Trayendo {label} …</translation>
    </message>
    <message>
        <source>Checking and encrypting …</source>
        <translation>Comprobando y cifrando …</translation>
    </message>
    <message>
        <source>Stopped. What has arrived is kept, encrypted: it goes on from there.</source>
        <translation>Detenido. Lo que llegó se conserva, cifrado: continúa desde ahí.</translation>
    </message>
    <message>
        <source>What has arrived is kept.</source>
        <translation>Lo que llegó se conserva.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Go on downloading</source>
        <translation>Seguir descargando</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Descargar otra vez</translation>
    </message>
    <message numerus="yes">
        <source>%n voter(s)</source>
        <translation>
            <numerusform>%n votante</numerusform>
            <numerusform>%n votantes</numerusform>
        </translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>{size} instead of {whole}: only what has changed</source>
        <translation>{size} en vez de {whole}: solo lo que ha cambiado</translation>
    </message>
</context>
<context>
    <name>OptOutCard</name>
    <message>
        <source>Phone number or e-mail address</source>
        <translation>Número de teléfono o dirección de correo</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Is it on the list?</source>
        <translation>¿Está en la lista?</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>What was put on the list on this laptop by mistake</source>
        <translation>Lo que se puso en la lista por error desde esta laptop</translation>
    </message>
    <message>
        <source>Import a file …</source>
        <translation>Importar un archivo …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué falla</translation>
    </message>
    <message>
        <source>Rows that put nothing on the list</source>
        <translation>Filas que no pusieron nada en la lista</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Anotado por</translation>
    </message>
    <message>
        <source>Numbers and addresses</source>
        <translation>Números y direcciones</translation>
    </message>
    <message>
        <source>Opt-out list</source>
        <translation>Lista de no contactar</translation>
    </message>
    <message>
        <source>Whoever is on it is closed for all volunteers after their next synchronization. Numbers and addresses are hashed on this laptop before they go anywhere, so that nobody can read the list: not here, not at the hub.</source>
        <translation>Quien está en ella queda cerrado para todos los voluntarios tras su próxima sincronización. Los números y direcciones se cifran como huellas en esta laptop antes de ir a ningún sitio, para que nadie pueda leer la lista: ni aquí ni en el servidor.</translation>
    </message>
    <message>
        <source>It is on the opt-out list.</source>
        <translation>Está en la lista de no contactar.</translation>
    </message>
    <message>
        <source>It is not on the opt-out list.</source>
        <translation>No está en la lista de no contactar.</translation>
    </message>
    <message>
        <source>It was taken off the list. If others asked for it, too, it stays closed.</source>
        <translation>Se quitó de la lista. Si otros también lo pidieron, sigue cerrado.</translation>
    </message>
    <message numerus="yes">
        <source>%n put on the opt-out list.</source>
        <translation>
            <numerusform>%n en la lista de no contactar.</numerusform>
            <numerusform>%n en la lista de no contactar.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was on the list already.</source>
        <translation>Ya estaba en la lista.</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>Leyendo {file} …</translation>
    </message>
    <message>
        <source>{file} holds no phone number and no e-mail address.</source>
        <translation>{file} no contiene ningún número de teléfono ni dirección de correo.</translation>
    </message>
    <message>
        <source>{file}: rows read: {rows}, put on the list: {new}, on it already: {known}, bad rows: {bad}</source>
        <translation>{file}: filas leídas: {rows}, puestas en la lista: {new}, ya estaban: {known}, filas malas: {bad}</translation>
    </message>
    <message>
        <source>No phone number and no e-mail address</source>
        <translation>Ni número de teléfono ni dirección de correo</translation>
    </message>
    <message>
        <source>Nothing in the columns for numbers and addresses</source>
        <translation>Nada en las columnas de números y direcciones</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
    <message>
        <source>Import a do-not-contact file</source>
        <translation>Importar un archivo de no contactar</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.tsv *.xlsx);;All files (*)</source>
        <translation>Listas (*.csv *.txt *.tsv *.xlsx);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Numbers and addresses on the list: {count}</source>
        <translation>Números y direcciones en la lista: {count}</translation>
    </message>
    <message>
        <source>Asked a volunteer</source>
        <translation>Lo pidió a un voluntario</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>Añadido a mano</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>De un archivo</translation>
    </message>
    <message>
        <source>Taken off the list again.</source>
        <translation>Se volvió a quitar de la lista.</translation>
    </message>
</context>
<context>
    <name>OrderedChoice</name>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
</context>
<context>
    <name>OrganizerPage</name>
    <message>
        <source>Places</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>My own contacts</source>
        <translation>Mis propios contactos</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Messages performance</source>
        <translation>Rendimiento de los mensajes</translation>
    </message>
    <message>
        <source>Initial messages per day, by channel</source>
        <translation>Mensajes iniciales por día y canal</translation>
    </message>
    <message>
        <source>Reports per day</source>
        <translation>Informes por día</translation>
    </message>
    <message>
        <source>{percent} % of them</source>
        <translation>{percent} % de ellos</translation>
    </message>
</context>
<context>
    <name>PacketExport</name>
    <message>
        <source>Export reports</source>
        <translation>Exportar informes</translation>
    </message>
    <message>
        <source>Packets (*{suffix})</source>
        <translation>Paquetes (*{suffix})</translation>
    </message>
    <message>
        <source>1 event saved in {name}.</source>
        <translation>1 evento guardado en {name}.</translation>
    </message>
    <message>
        <source>{count} events saved in {name}.</source>
        <translation>{count} eventos guardados en {name}.</translation>
    </message>
    <message>
        <source>Anybody may carry it: only the campaign&apos;s hub can read it.</source>
        <translation>Cualquiera puede llevarlo: solo el servidor de la campaña puede leerlo.</translation>
    </message>
    <message>
        <source>Hand the file to your organizer.</source>
        <translation>Entrega el archivo a tu organizador.</translation>
    </message>
</context>
<context>
    <name>PacketLine</name>
    <message>
        <source>taken along {moment}</source>
        <translation>recogido {moment}</translation>
    </message>
    <message>
        <source>delivered {moment}</source>
        <translation>entregado {moment}</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) to give back</source>
        <translation>
            <numerusform>%n recibo por devolver</numerusform>
            <numerusform>%n recibos por devolver</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Carry it no longer</source>
        <translation>No llevarlo más</translation>
    </message>
    <message>
        <source>It is damaged, or belongs to another campaign. Ask whoever made it to export it again.</source>
        <translation>Está dañado o es de otra campaña. Pide a quien lo hizo que lo exporte de nuevo.</translation>
    </message>
    <message>
        <source>Not taken by the hub</source>
        <translation>El servidor no lo aceptó</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Pendiente</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Export what waits to a file</source>
        <translation>Exportar a un archivo lo pendiente</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Importar contactos</translation>
    </message>
    <message>
        <source>Synchronize now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Open a campaign file or a voter extract</source>
        <translation>Abrir un archivo de campaña o un extracto de votantes</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>To the next control</source>
        <translation>Al control siguiente</translation>
    </message>
    <message>
        <source>Reviewing matches</source>
        <translation>Al revisar coincidencias</translation>
    </message>
    <message>
        <source>This voter is my friend</source>
        <translation>Este votante es mi contacto</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Ninguno de ellos</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Why: the evidence side by side</source>
        <translation>Por qué: los indicios lado a lado</translation>
    </message>
    <message>
        <source>Find them in the voter file</source>
        <translation>Buscar a la persona en el padrón</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Organizing</source>
        <translation>Organizar</translation>
    </message>
    <message>
        <source>To a place of the side bar</source>
        <translation>A un lugar de la barra lateral</translation>
    </message>
    <message>
        <source>A new action</source>
        <translation>Una acción nueva</translation>
    </message>
    <message>
        <source>Edit the action</source>
        <translation>Editar la acción</translation>
    </message>
    <message>
        <source>Copy the action</source>
        <translation>Copiar la acción</translation>
    </message>
    <message>
        <source>Move the action to a folder</source>
        <translation>Mover la acción a una carpeta</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>Borrar el borrador</translation>
    </message>
    <message>
        <source>Preview the action</source>
        <translation>Vista previa de la acción</translation>
    </message>
    <message>
        <source>Back to the list; everything is kept</source>
        <translation>Volver a la lista; todo se guarda</translation>
    </message>
</context>
<context>
    <name>PeopleColumns</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Se unió</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto por última vez</translation>
    </message>
    <message>
        <source>When this laptop last reached the hub.</source>
        <translation>Cuándo llegó esta laptop al servidor por última vez.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Messages, reports and other things that have arrived from this laptop.</source>
        <translation>Mensajes, informes y otras cosas que han llegado de esta laptop.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Messages, reports and other things that had not arrived from this laptop when it was last seen, as it said itself.</source>
        <translation>Mensajes, informes y otras cosas que aún no habían llegado de esta laptop cuando se vio por última vez, según ella misma.</translation>
    </message>
    <message>
        <source>Access ended</source>
        <translation>Acceso terminado</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>(no note)</source>
        <translation>(sin nota)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Uses left</source>
        <translation>Usos que quedan</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Válida hasta</translation>
    </message>
    <message>
        <source>Join code</source>
        <translation>Código de acceso</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creada</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Somebody at the hub itself</source>
        <translation>Alguien en el propio servidor</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Revocada</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Agotada</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Caducada</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Válida</translation>
    </message>
    <message>
        <source>Made an invite</source>
        <translation>Creó una invitación</translation>
    </message>
    <message>
        <source>Revoked an invite</source>
        <translation>Revocó una invitación</translation>
    </message>
    <message>
        <source>Ended a laptop&apos;s access</source>
        <translation>Terminó el acceso de una laptop</translation>
    </message>
    <message>
        <source>Took a laptop back</source>
        <translation>Readmitió una laptop</translation>
    </message>
    <message>
        <source>Left events out of the figures</source>
        <translation>Dejó eventos fuera de las cifras</translation>
    </message>
    <message>
        <source>Put events back</source>
        <translation>Devolvió eventos</translation>
    </message>
    <message>
        <source>Published the campaign</source>
        <translation>Publicó la campaña</translation>
    </message>
    <message>
        <source>Uploaded a part of the campaign</source>
        <translation>Subió una parte de la campaña</translation>
    </message>
    <message>
        <source>Took in laptops of a room</source>
        <translation>Admitió laptops de una sala</translation>
    </message>
    <message>
        <source>Took in events of a room</source>
        <translation>Incorporó eventos de una sala</translation>
    </message>
    <message>
        <source>Asked volunteers to follow up</source>
        <translation>Pidió seguimiento a voluntarios</translation>
    </message>
    <message>
        <source>Opened a room</source>
        <translation>Abrió una sala</translation>
    </message>
</context>
<context>
    <name>PeoplePlace</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Invites</source>
        <translation>Invitaciones</translation>
    </message>
    <message>
        <source>What organizers did</source>
        <translation>Qué hicieron los organizadores</translation>
    </message>
    <message>
        <source>Search by name or e-mail</source>
        <translation>Buscar por nombre o correo</translation>
    </message>
    <message>
        <source>End access…</source>
        <translation>Terminar acceso…</translation>
    </message>
    <message>
        <source>Revoke the invite…</source>
        <translation>Revocar la invitación…</translation>
    </message>
    <message>
        <source>No invites yet</source>
        <translation>Todavía no hay invitaciones</translation>
    </message>
    <message>
        <source>An invite is a link, a file, a QR code, or six characters on a screen.</source>
        <translation>Una invitación es un enlace, un archivo, un código QR o seis caracteres en una pantalla.</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Invitar a alguien</translation>
    </message>
    <message>
        <source>People, invites, log</source>
        <translation>Personas, invitaciones, registro</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>Invitar…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>End the access of {name}?</source>
        <translation>¿Terminar el acceso de {name}?</translation>
    </message>
    <message>
        <source>This laptop gets nothing from the campaign any more: no actions, no voters. At its next contact it is told so. What it has sent stays and counts; what it has not sent yet can still come by a file. To come back, it needs a new invite.</source>
        <translation>Esta laptop ya no recibe nada de la campaña: ni acciones ni votantes. Se le avisa en su próximo contacto. Lo que ha enviado se queda y cuenta; lo que aún no ha enviado puede llegar todavía en un archivo. Para volver necesita una invitación nueva.</translation>
    </message>
    <message>
        <source>End access</source>
        <translation>Terminar acceso</translation>
    </message>
    <message>
        <source>Access has ended.</source>
        <translation>El acceso ha terminado.</translation>
    </message>
    <message>
        <source>Revoke this invite?</source>
        <translation>¿Revocar esta invitación?</translation>
    </message>
    <message>
        <source>Nobody can join by it any more: not by its link, file or QR code, and not by its join code. Whoever has joined by it stays.</source>
        <translation>Ya nadie puede unirse con ella: ni con su enlace, archivo o código QR, ni con su código de acceso. Quien ya se unió con ella se queda.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revocar</translation>
    </message>
    <message>
        <source>The invite is revoked.</source>
        <translation>La invitación está revocada.</translation>
    </message>
    <message>
        <source>Friend to Friend</source>
        <translation>De amigo a amigo</translation>
    </message>
</context>
<context>
    <name>PersonHeader</name>
    <message>
        <source>Do not contact</source>
        <translation>No contactar</translation>
    </message>
    <message>
        <source>They asked not to be contacted again: closes every hand-off (D)</source>
        <translation>Pidió que no le contacten más: cierra toda entrega (D)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>These are two people</source>
        <translation>Son dos personas</translation>
    </message>
    <message>
        <source>★ Suggested</source>
        <translation>★ Sugerido</translation>
    </message>
    <message numerus="yes">
        <source>Put together from %n address-book card(s).</source>
        <translation>
            <numerusform>Unido a partir de %n tarjeta de contacto.</numerusform>
            <numerusform>Unido a partir de %n tarjetas de contacto.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} asked not to be contacted again. Every way to reach them is closed.</source>
        <translation>{name} pidió que no le contacten más. Todas las vías están cerradas.</translation>
    </message>
    <message>
        <source>That was a mistake</source>
        <translation>Fue un error</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Voter files</source>
        <translation>Padrones electorales</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Tags and fields</source>
        <translation>Etiquetas y campos</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>{district} ({count} voters)</source>
        <translation>{district} ({count} votantes)</translation>
    </message>
</context>
<context>
    <name>ProblemReasons</name>
    <message>
        <source>The card has no END line; what it says before that was read.</source>
        <translation>A la tarjeta le falta la línea END; se leyó lo que dice antes.</translation>
    </message>
    <message>
        <source>The card has no BEGIN line; what was found of it was read.</source>
        <translation>A la tarjeta le falta la línea BEGIN; se leyó lo que se encontró.</translation>
    </message>
    <message>
        <source>The card is too long; the rest of it was left out.</source>
        <translation>La tarjeta es demasiado larga; se omitió el resto.</translation>
    </message>
    <message>
        <source>A value of the card is too long and was cut.</source>
        <translation>Un valor de la tarjeta es demasiado largo y se cortó.</translation>
    </message>
    <message>
        <source>The card has another card in it, of somebody&apos;s agent, which was left out.</source>
        <translation>La tarjeta contiene otra tarjeta, la de un representante (AGENT), que se omitió.</translation>
    </message>
    <message>
        <source>A line of the card is not a property and was left out.</source>
        <translation>Una línea de la tarjeta no es una propiedad y se omitió.</translation>
    </message>
    <message>
        <source>The card has neither a name nor a phone number nor an e-mail address.</source>
        <translation>La tarjeta no tiene nombre, ni teléfono, ni correo electrónico.</translation>
    </message>
    <message>
        <source>An e-mail address of the card is not one and was left out.</source>
        <translation>Un correo electrónico de la tarjeta no es válido y se omitió.</translation>
    </message>
    <message>
        <source>The card has more than {number} values of one kind; the rest was left out.</source>
        <translation>La tarjeta tiene más de {number} valores de un mismo tipo; se omitió el resto.</translation>
    </message>
    <message>
        <source>The row has neither a name nor a phone number nor an e-mail address.</source>
        <translation>La fila no tiene nombre, ni teléfono, ni correo electrónico.</translation>
    </message>
    <message>
        <source>An e-mail address of the row is not one and was left out.</source>
        <translation>Un correo electrónico de la fila no es válido y se omitió.</translation>
    </message>
    <message>
        <source>The quotes of the row are not in pairs; it was read as one line.</source>
        <translation>Las comillas de la fila no van en pares; se leyó como una sola línea.</translation>
    </message>
    <message>
        <source>The row has more cells than the header; the ones too many were left out.</source>
        <translation>La fila tiene más celdas que el encabezado; se omitieron las sobrantes.</translation>
    </message>
    <message>
        <source>A line is longer than {number} MB and was cut.</source>
        <translation>Una línea tiene más de {number} MB y se cortó.</translation>
    </message>
    <message>
        <source>The file is too long; the rest of it was left out.</source>
        <translation>El archivo es demasiado largo; se omitió el resto.</translation>
    </message>
    <message>
        <source>The file is longer than {number} MB; the rest was left out.</source>
        <translation>El archivo tiene más de {number} MB; se omitió el resto.</translation>
    </message>
    <message>
        <source>The file has more than {number} cards; the rest was left out.</source>
        <translation>El archivo tiene más de {number} tarjetas; se omitió el resto.</translation>
    </message>
    <message>
        <source>{number} more problems of this kind were not listed.</source>
        <translation>No se listaron {number} problemas más de este tipo.</translation>
    </message>
    <message>
        <source>This file is no address book.</source>
        <translation>Este archivo no es una libreta de direcciones.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The file is not there.</source>
        <translation>El archivo no está ahí.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>No se puede leer el archivo.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Esto es una carpeta, no un archivo.</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>card {number}</source>
        <translation>tarjeta {number}</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>línea {number}</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>What needs a look</source>
        <translation>Lo que hay que revisar</translation>
    </message>
    <message>
        <source>Cards that could not be read completely</source>
        <translation>Tarjetas que no se pudieron leer por completo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>Qué estaba mal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Guardar como texto…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) need a look</source>
        <translation>
            <numerusform>%n tarjeta por revisar</numerusform>
            <numerusform>%n tarjetas por revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>Whatever had a name or a number came in all the same. The list holds no card&apos;s content.</source>
        <translation>Todo lo que tenía un nombre o un número entró de todos modos. La lista no contiene datos de ninguna tarjeta.</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Guardar la lista</translation>
    </message>
    <message>
        <source>cards-that-need-a-look.txt</source>
        <translation>tarjetas-por-revisar.txt</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>The list could not be saved.</source>
        <translation>No se pudo guardar la lista.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elige otra carpeta.</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Deteniendo …</translation>
    </message>
</context>
<context>
    <name>Projection</name>
    <message>
        <source>Escape closes it</source>
        <translation>Esc la cierra</translation>
    </message>
</context>
<context>
    <name>ProtectStep</name>
    <message>
        <source>Protect what is on this laptop</source>
        <translation>Protege lo que hay en esta laptop</translation>
    </message>
    <message>
        <source>Your contacts and conversations are kept encrypted. How do you want to unlock them?</source>
        <translation>Tus contactos y conversaciones se guardan cifrados. ¿Cómo quieres desbloquearlos?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Other people use this laptop too</source>
        <translation>Otras personas también usan esta laptop</translation>
    </message>
    <message>
        <source>With this computer&apos;s keyring: no passphrase to remember</source>
        <translation>Con el llavero de esta computadora: sin frase secreta que recordar</translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation>Con una frase secreta</translation>
    </message>
    <message>
        <source>Looking for a keyring …</source>
        <translation>Buscando un llavero …</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase secreta</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La misma frase secreta otra vez</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Mostrar lo que escribo</translation>
    </message>
    <message>
        <source>Not on a shared laptop: the keyring opens for everybody who logs in.</source>
        <translation>No en una laptop compartida: el llavero se abre para cualquiera que inicie sesión.</translation>
    </message>
    <message>
        <source>This computer has no keyring that can be used.</source>
        <translation>Esta computadora no tiene un llavero que se pueda usar.</translation>
    </message>
    <message>
        <source>At least {count} characters. Four words that you remember make a good one.</source>
        <translation>Al menos {count} caracteres. Cuatro palabras que recuerdes hacen una buena frase.</translation>
    </message>
    <message>
        <source>Easy to guess. Add a word or two.</source>
        <translation>Fácil de adivinar. Añade una o dos palabras.</translation>
    </message>
    <message>
        <source>Fair. One more word would make it strong.</source>
        <translation>Aceptable. Una palabra más la haría segura.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Segura.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Las dos frases secretas no coinciden.</translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>Open campaign.key, which the hub&apos;s set-up made</source>
        <translation>Abre campaign.key, que se creó al instalar el servidor</translation>
    </message>
    <message>
        <source>Campaign key (*.key);;All files (*)</source>
        <translation>Clave de la campaña (*.key);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Not everything is ready</source>
        <translation>No todo está listo</translation>
    </message>
    <message>
        <source>Something is missing before this can be published.</source>
        <translation>Falta algo antes de poder publicar esto.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>In reports</source>
        <translation>En los informes</translation>
    </message>
    <message>
        <source>Whether volunteers can fill it in</source>
        <translation>Si los voluntarios pueden rellenarlo</translation>
    </message>
    <message>
        <source>Move {name} up</source>
        <translation>Subir {name}</translation>
    </message>
    <message>
        <source>Move {name} down</source>
        <translation>Bajar {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>Answers of {name}</source>
        <translation>Respuestas de {name}</translation>
    </message>
    <message>
        <source>One answer a line. Empty: volunteers write a text.</source>
        <translation>Una respuesta por línea. Vacío: los voluntarios escriben un texto.</translation>
    </message>
</context>
<context>
    <name>QuestionsPlace</name>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Yes or no: volunteers put them on a contact.</source>
        <translation>Sí o no: los voluntarios se las ponen a un contacto.</translation>
    </message>
    <message>
        <source>Name of a new tag</source>
        <translation>Nombre de una etiqueta nueva</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Añadir etiqueta</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Campos propios</translation>
    </message>
    <message>
        <source>Questions with one of several answers, or with a text.</source>
        <translation>Preguntas con una de varias respuestas, o con un texto.</translation>
    </message>
    <message>
        <source>Name of a new field</source>
        <translation>Nombre de un campo nuevo</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>Añadir campo</translation>
    </message>
    <message>
        <source>Tags and fields</source>
        <translation>Etiquetas y campos</translation>
    </message>
    <message>
        <source>“{name}” goes with the next publication; what was reported stays.</source>
        <translation>“{name}” desaparece con la próxima publicación; lo informado se conserva.</translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>That is all. From here on everything works without a network.</source>
        <translation>Eso es todo. Desde ahora todo funciona sin conexión.</translation>
    </message>
    <message>
        <source>Show me the actions</source>
        <translation>Ver las acciones</translation>
    </message>
    <message>
        <source>contacts on this laptop</source>
        <translation>contactos en esta laptop</translation>
    </message>
    <message>
        <source>found in the voter file</source>
        <translation>encontrados en el padrón electoral</translation>
    </message>
    <message>
        <source>could be several voters: you can check them</source>
        <translation>podrían ser varios votantes: puedes revisarlos</translation>
    </message>
    <message>
        <source>You have no contacts here yet.</source>
        <translation>Aún no tienes contactos aquí.</translation>
    </message>
    <message>
        <source>Without a voter extract nobody is matched yet.</source>
        <translation>Sin un extracto de votantes aún no hay coincidencias.</translation>
    </message>
    <message>
        <source>You can add them at any time.</source>
        <translation>Puedes añadirlos en cualquier momento.</translation>
    </message>
    <message>
        <source>Comparing your contacts with the voter extract …</source>
        <translation>Comparando tus contactos con el extracto de votantes …</translation>
    </message>
</context>
<context>
    <name>ReceiversTab</name>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>Voluntario</translation>
    </message>
    <message>
        <source>Last messaged</source>
        <translation>Último mensaje</translation>
    </message>
    <message>
        <source>Report filed</source>
        <translation>Informe hecho</translation>
    </message>
    <message>
        <source>In district</source>
        <translation>En el distrito</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Sugerido</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>In district or not</source>
        <translation>En el distrito o no</translation>
    </message>
    <message>
        <source>Not in district</source>
        <translation>Fuera del distrito</translation>
    </message>
    <message>
        <source>Suggested or not</source>
        <translation>Sugerido o no</translation>
    </message>
    <message>
        <source>Not suggested</source>
        <translation>No sugerido</translation>
    </message>
    <message>
        <source>Search contacts and volunteers</source>
        <translation>Buscar contactos y voluntarios</translation>
    </message>
    <message>
        <source>Finds first and last names that begin so, of contacts and of volunteers.</source>
        <translation>Encuentra nombres y apellidos que empiezan así, de contactos y de voluntarios.</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Destinatarios</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Todavía nadie</translation>
    </message>
    <message>
        <source>Enter opens one&apos;s history</source>
        <translation>Intro abre el historial</translation>
    </message>
    <message>
        <source>Only {name}&apos;s</source>
        <translation>Solo de {name}</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>No se encontró a nadie</translation>
    </message>
    <message>
        <source>No first or last name begins so.</source>
        <translation>Ningún nombre ni apellido empieza así.</translation>
    </message>
    <message>
        <source>Nobody is left by these filters.</source>
        <translation>Con estos filtros no queda nadie.</translation>
    </message>
    <message>
        <source>Whom volunteers write to shows here within a minute of their next contact with the hub.</source>
        <translation>A quiénes escriben los voluntarios aparece aquí en menos de un minuto desde su próximo contacto con el servidor.</translation>
    </message>
    <message>
        <source>(name not shared)</source>
        <translation>(nombre no compartido)</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>Your recovery sheet</source>
        <translation>Tu hoja de recuperación</translation>
    </message>
    <message>
        <source>If you forget the passphrase, or the keyring is lost, only this code opens your vault. Write it down, print it or save it on a stick, and keep it away from this laptop. It is shown this once.</source>
        <translation>Si olvidas la frase secreta o se pierde el llavero, solo este código abre tu bóveda. Anótalo, imprímelo o guárdalo en una memoria USB, lejos de esta laptop. Se muestra solo esta vez.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Guardar como archivo…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>I have the code, away from this laptop</source>
        <translation>Tengo el código fuera de esta laptop</translation>
    </message>
    <message>
        <source>Copied. Paste it somewhere safe, not on this laptop.</source>
        <translation>Copiado. Pégalo en un lugar seguro, no en esta laptop.</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Guardar la hoja de recuperación</translation>
    </message>
    <message>
        <source>recovery-sheet.txt</source>
        <translation>hoja-de-recuperacion.txt</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>The recovery sheet could not be saved.</source>
        <translation>No se pudo guardar la hoja de recuperación.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elige otra carpeta.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>This computer cannot print.</source>
        <translation>Esta computadora no puede imprimir.</translation>
    </message>
    <message>
        <source>Write the code down, or save it on a stick.</source>
        <translation>Anota el código, o guárdalo en una memoria USB.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>F2F Desktop: recovery sheet</source>
        <translation>F2F Desktop: hoja de recuperación</translation>
    </message>
    <message>
        <source>This code opens the vault if the passphrase is forgotten.</source>
        <translation>Este código abre la bóveda si se olvida la frase secreta.</translation>
    </message>
    <message>
        <source>Keep it away from the laptop, and show it to nobody.</source>
        <translation>Guárdalo lejos de la laptop y no se lo muestres a nadie.</translation>
    </message>
</context>
<context>
    <name>Recurring</name>
    <message>
        <source>{name} was written at {time}.</source>
        <translation>{name} se escribió a las {time}.</translation>
    </message>
    <message>
        <source>It did not work at {time}: {why}</source>
        <translation>No funcionó a las {time}: {why}</translation>
    </message>
</context>
<context>
    <name>RecurringDialog</name>
    <message>
        <source>Export to a folder</source>
        <translation>Exportar a una carpeta</translation>
    </message>
    <message>
        <source>Write everything again and again while the app is open</source>
        <translation>Escribir todo una y otra vez mientras la aplicación esté abierta</translation>
    </message>
    <message>
        <source>No folder chosen</source>
        <translation>Ninguna carpeta elegida</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>XLSX, a sheet per table</source>
        <translation>XLSX, una hoja por tabla</translation>
    </message>
    <message>
        <source>CSV files in a ZIP</source>
        <translation>Archivos CSV en un ZIP</translation>
    </message>
    <message>
        <source>JSON files in a ZIP</source>
        <translation>Archivos JSON en un ZIP</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Every so many minutes</source>
        <translation>Cada tantos minutos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>For a shared drive or a program that reads along. One file, always the newest figures. It holds names of volunteers: choose a folder that only your team can open.</source>
        <translation>Para una unidad compartida o un programa que la lea. Un archivo, siempre con las cifras más nuevas. Contiene nombres de voluntarios: elige una carpeta que solo tu equipo pueda abrir.</translation>
    </message>
</context>
<context>
    <name>ReportBar</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>Guardar y seguir</translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation>Tecla: {key}</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>Guardar corrección</translation>
    </message>
    <message>
        <source>Kept as a draft, not filed yet.</source>
        <translation>Guardado como borrador; aún no es un informe.</translation>
    </message>
    <message>
        <source>Saved on this computer first, sent when you choose.</source>
        <translation>Se guarda aquí primero; se envía cuando quieras.</translation>
    </message>
    <message>
        <source>Filed {when}</source>
        <translation>Informe guardado {when}</translation>
    </message>
    <message>
        <source>corrected once</source>
        <translation>corregido una vez</translation>
    </message>
    <message numerus="yes">
        <source>corrected %n time(s)</source>
        <translation>
            <numerusform>corregido %n vez</numerusform>
            <numerusform>corregido %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>changed since, not saved yet</source>
        <translation>cambiado después, aún sin guardar</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Add a note (only you and the campaign can read it)</source>
        <translation>Añade una nota (solo tú y la campaña pueden leerla)</translation>
    </message>
</context>
<context>
    <name>ReportSection</name>
    <message>
        <source>Report settings</source>
        <translation>Qué se informa</translation>
    </message>
    <message>
        <source>What volunteers fill in after a conversation. Where nothing is chosen they see everything.</source>
        <translation>Lo que los voluntarios rellenan después de una conversación. Si no se elige nada, lo ven todo.</translation>
    </message>
    <message>
        <source>Custom fields, in order</source>
        <translation>Campos propios, en orden</translation>
    </message>
    <message>
        <source>Tags, in order</source>
        <translation>Etiquetas, en orden</translation>
    </message>
    <message>
        <source>There are no tags and fields yet; add them under Tags and fields.</source>
        <translation>Todavía no hay etiquetas ni campos; añádelos en Etiquetas y campos.</translation>
    </message>
    <message>
        <source>{count} are many to fill in after a conversation; up to {most} are done in seconds.</source>
        <translation>{count} son muchos para rellenar después de una conversación; hasta {most} se hacen en segundos.</translation>
    </message>
</context>
<context>
    <name>ResponseCard</name>
    <message>
        <source>What the friend said, such as: Said yes</source>
        <translation>Lo que dijo el amigo, por ejemplo: Dijo que sí</translation>
    </message>
    <message>
        <source>What the friend said</source>
        <translation>Lo que dijo el amigo</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove this response script</source>
        <translation>Quitar este guion de respuesta</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Advanced options</source>
        <translation>Opciones avanzadas</translation>
    </message>
    <message>
        <source>When this answer is sent, apply these tags:</source>
        <translation>Cuando se envía esta respuesta, poner estas etiquetas:</translation>
    </message>
    <message>
        <source>Tags to apply</source>
        <translation>Etiquetas que se ponen</translation>
    </message>
    <message>
        <source>There are no tags yet; add them under Tags and fields.</source>
        <translation>Todavía no hay etiquetas; añádelas en Etiquetas y campos.</translation>
    </message>
    <message>
        <source>… and set these custom fields:</source>
        <translation>… y rellenar estos campos propios:</translation>
    </message>
    <message>
        <source>(leave as it is)</source>
        <translation>(dejar como está)</translation>
    </message>
</context>
<context>
    <name>ResponsesSection</name>
    <message>
        <source>Response scripts</source>
        <translation>Guiones de respuesta</translation>
    </message>
    <message>
        <source>After a friend has answered, volunteers choose what was said and get words to reply with.</source>
        <translation>Cuando un amigo ha contestado, los voluntarios eligen lo que dijo y reciben palabras para responder.</translation>
    </message>
    <message>
        <source>Add a response script</source>
        <translation>Añadir un guion de respuesta</translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message>
        <source>Sent to</source>
        <translation>Enviada a</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Empezada</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Performs</source>
        <translation>Rondas</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Initial messages sent</source>
        <translation>Mensajes iniciales enviados</translation>
    </message>
    <message>
        <source>Unique phones reached</source>
        <translation>Teléfonos distintos alcanzados</translation>
    </message>
    <message>
        <source>Contacts followed up with</source>
        <translation>Contactos con seguimiento</translation>
    </message>
    <message>
        <source>Replies sent</source>
        <translation>Respuestas enviadas</translation>
    </message>
    <message>
        <source>Contacts reached</source>
        <translation>Contactos alcanzados</translation>
    </message>
    <message>
        <source>Suggested known</source>
        <translation>Sugeridos conocidos</translation>
    </message>
    <message>
        <source>Suggested reached</source>
        <translation>Sugeridos alcanzados</translation>
    </message>
    <message>
        <source>Link clicks</source>
        <translation>Clics en enlaces</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>Redes</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>Voluntario</translation>
    </message>
    <message>
        <source>Organizer</source>
        <translation>Organizador</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>A las {time}</translation>
    </message>
    <message>
        <source>As of {time} · {reason}</source>
        <translation>A las {time} · {reason}</translation>
    </message>
    <message>
        <source>offline since</source>
        <translation>sin conexión desde entonces</translation>
    </message>
    <message>
        <source>the hub has not answered since</source>
        <translation>el servidor no responde desde entonces</translation>
    </message>
    <message>
        <source>this network answers in the hub&apos;s place</source>
        <translation>esta red responde en lugar del servidor</translation>
    </message>
    <message>
        <source>the hub has much to do just now</source>
        <translation>el servidor tiene mucho trabajo ahora</translation>
    </message>
    <message>
        <source>this laptop&apos;s access has ended</source>
        <translation>el acceso de esta laptop ha terminado</translation>
    </message>
    <message>
        <source>the hub cannot be asked just now</source>
        <translation>ahora no se puede preguntar al servidor</translation>
    </message>
    <message>
        <source>Laptop {id}</source>
        <translation>Equipo {id}</translation>
    </message>
    <message>
        <source>First message, {channel}</source>
        <translation>Primer mensaje, {channel}</translation>
    </message>
    <message>
        <source>Reply “{label}”, {channel}</source>
        <translation>Respuesta “{label}”, {channel}</translation>
    </message>
    <message>
        <source>Reply, {channel}</source>
        <translation>Respuesta, {channel}</translation>
    </message>
    <message>
        <source>Report filed</source>
        <translation>Informe hecho</translation>
    </message>
    <message>
        <source>Report corrected</source>
        <translation>Informe corregido</translation>
    </message>
    <message>
        <source>{what}, in own words</source>
        <translation>{what}, con palabras propias</translation>
    </message>
    <message>
        <source>{what} (does not count: undone or left out)</source>
        <translation>{what} (no cuenta: deshecho o dejado fuera)</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Nota: {note}</translation>
    </message>
</context>
<context>
    <name>ResultsPlace</name>
    <message>
        <source>All actions</source>
        <translation>Todas las acciones</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Questions answered</source>
        <translation>Preguntas respondidas</translation>
    </message>
    <message>
        <source>Who is this in the voter file?</source>
        <translation>¿Quién es en el padrón electoral?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>None of them (N)</source>
        <translation>Ninguno de ellos (N)</translation>
    </message>
    <message>
        <source>I don&apos;t know: skip (S)</source>
        <translation>No sé: saltar (S)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Take the last answer back (Ctrl+Z)</source>
        <translation>Retirar la última respuesta (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Find in the voter file (F)</source>
        <translation>Buscar en el padrón (F)</translation>
    </message>
    <message>
        <source>Why? (W)</source>
        <translation>¿Por qué? (W)</translation>
    </message>
    <message>
        <source>The voter extract cannot be used now</source>
        <translation>El extracto de votantes no se puede usar ahora</translation>
    </message>
    <message>
        <source>The questions come back when you have imported a new one.</source>
        <translation>Las preguntas vuelven cuando importes uno nuevo.</translation>
    </message>
    <message>
        <source>All checked</source>
        <translation>Todo revisado</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>Nada por revisar</translation>
    </message>
    <message>
        <source>Thank you. Skipped questions come back another time.</source>
        <translation>Gracias. Las preguntas que saltaste volverán otro día.</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} de {count}</translation>
    </message>
    <message>
        <source>Somebody who is not in this voter file: {share} %</source>
        <translation>Alguien que no está en este padrón: {share} %</translation>
    </message>
</context>
<context>
    <name>RoomPage</name>
    <message>
        <source>Open the room</source>
        <translation>Abrir la sala</translation>
    </message>
    <message>
        <source>Open the room again</source>
        <translation>Abrir la sala otra vez</translation>
    </message>
    <message>
        <source>Hand over to the campaign&apos;s hub</source>
        <translation>Entregar al servidor de la campaña</translation>
    </message>
    <message>
        <source>Save it for a stick…</source>
        <translation>Guardarla para una memoria USB…</translation>
    </message>
    <message>
        <source>Take receipts from a file…</source>
        <translation>Tomar recibos de un archivo…</translation>
    </message>
    <message>
        <source>Erase the room&apos;s data here</source>
        <translation>Borrar aquí los datos de la sala</translation>
    </message>
    <message>
        <source>Opening the room …</source>
        <translation>Abriendo la sala …</translation>
    </message>
    <message>
        <source>Giving the room the campaign&apos;s content …</source>
        <translation>Dando a la sala el contenido de la campaña …</translation>
    </message>
    <message>
        <source>This laptop has no content of the campaign yet: the room has none to give.</source>
        <translation>Esta laptop aún no tiene contenido de la campaña: la sala no tiene nada que dar.</translation>
    </message>
    <message>
        <source>Not in the room, since the campaign&apos;s hub was not reached: {names}.</source>
        <translation>No está en la sala, porque no se llegó al servidor de la campaña: {names}.</translation>
    </message>
    <message>
        <source>The room&apos;s hub has ended by itself. What it took is kept; open the room again.</source>
        <translation>El servidor de la sala terminó por sí solo. Lo que recibió se conserva; abre la sala otra vez.</translation>
    </message>
    <message>
        <source>Handing the room over …</source>
        <translation>Entregando la sala …</translation>
    </message>
    <message>
        <source>Save the room</source>
        <translation>Guardar la sala</translation>
    </message>
    <message>
        <source>Writing the room to a file …</source>
        <translation>Escribiendo la sala en un archivo …</translation>
    </message>
    <message>
        <source>Receipts of the campaign&apos;s hub</source>
        <translation>Recibos del servidor de la campaña</translation>
    </message>
    <message>
        <source>Comparing the receipts with the room …</source>
        <translation>Comparando los recibos con la sala …</translation>
    </message>
    <message>
        <source>Handed over: {laptops}, {events}. The campaign&apos;s hub has all of it.</source>
        <translation>Entregado: {laptops}, {events}. El servidor de la campaña lo tiene todo.</translation>
    </message>
    <message>
        <source>The campaign&apos;s hub vouches for {vouched} of {events}. Nothing is lost here.</source>
        <translation>El servidor de la campaña responde por {vouched} de {events}. Aquí no se pierde nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n laptop(s)</source>
        <translation>
            <numerusform>%n laptop</numerusform>
            <numerusform>%n laptops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n evento</numerusform>
            <numerusform>%n eventos</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to {name}: {events}. Only the campaign&apos;s hub can read it: whoever runs it imports the file, and gives you receipts back.</source>
        <translation>Escrito en {name}: {events}. Solo el servidor de la campaña puede leerlo: quien lo administra importa el archivo y te devuelve recibos.</translation>
    </message>
    <message>
        <source>Stopped. What was handed over stays; it goes on from there the next time.</source>
        <translation>Detenido. Lo entregado queda entregado; la próxima vez sigue desde ahí.</translation>
    </message>
    <message>
        <source>Your laptop becomes the hub of the room: volunteers on the same network join with a code, get the campaign and synchronize with you. With internet again, you hand it over to the campaign&apos;s hub. Open it once at home, with internet, so that the voter extract is in it.</source>
        <translation>Tu laptop se vuelve el servidor de la sala: los voluntarios de la misma red se unen con un código, reciben la campaña y sincronizan contigo. Cuando vuelva a haber internet, la entregas al servidor de la campaña. Ábrela una vez en casa, con internet, para que el extracto de votantes esté en ella.</translation>
    </message>
    <message>
        <source>Only an organizer who has joined the campaign&apos;s hub can open a room.</source>
        <translation>Solo un organizador que se ha unido al servidor de la campaña puede abrir una sala.</translation>
    </message>
    <message>
        <source>{laptops}, {events}: the campaign&apos;s hub has all of it.</source>
        <translation>{laptops}, {events}: el servidor de la campaña lo tiene todo.</translation>
    </message>
    <message>
        <source>{laptops}, {events}: not handed over yet.</source>
        <translation>{laptops}, {events}: aún sin entregar.</translation>
    </message>
    <message>
        <source>A venue without internet</source>
        <translation>Un local sin internet</translation>
    </message>
    <message>
        <source>The room on this laptop</source>
        <translation>La sala en esta laptop</translation>
    </message>
</context>
<context>
    <name>RoomSheet</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>The room&apos;s address</source>
        <translation>La dirección de la sala</translation>
    </message>
    <message>
        <source>The join code</source>
        <translation>El código para unirse</translation>
    </message>
    <message>
        <source>The invite to this room, for a camera</source>
        <translation>La invitación a esta sala, para una cámara</translation>
    </message>
    <message>
        <source>Close the room</source>
        <translation>Cerrar la sala</translation>
    </message>
    <message>
        <source>Or: {addresses}</source>
        <translation>O bien: {addresses}</translation>
    </message>
    <message>
        <source>Join this room: type the address and the code</source>
        <translation>Únete a esta sala: escribe la dirección y el código</translation>
    </message>
    <message>
        <source>Join code</source>
        <translation>Código para unirse</translation>
    </message>
    <message>
        <source>laptops joined</source>
        <translation>laptops unidas</translation>
    </message>
    <message>
        <source>events received</source>
        <translation>eventos recibidos</translation>
    </message>
</context>
<context>
    <name>ScriptEditor</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n carácter</numerusform>
            <numerusform>%n caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text message(s)</source>
        <translation>
            <numerusform>%n mensaje de texto</numerusform>
            <numerusform>%n mensajes de texto</numerusform>
        </translation>
    </message>
    <message>
        <source>special characters such as “{example}” make it longer</source>
        <translation>caracteres como “{example}” lo alargan</translation>
    </message>
</context>
<context>
    <name>ScriptField</name>
    <message>
        <source>Insert a field</source>
        <translation>Insertar un campo</translation>
    </message>
</context>
<context>
    <name>ScriptsSection</name>
    <message>
        <source>Initial scripts</source>
        <translation>Guiones iniciales</translation>
    </message>
    <message>
        <source>What volunteers say first. They can put it into their own words before they send it.</source>
        <translation>Lo primero que dicen los voluntarios. Pueden ponerlo en sus propias palabras antes de enviarlo.</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Mensaje de texto</translation>
    </message>
    <message>
        <source>Phone calls have their own words</source>
        <translation>Las llamadas tienen sus propias palabras</translation>
    </message>
    <message>
        <source>What to say on the phone</source>
        <translation>Qué decir por teléfono</translation>
    </message>
    <message>
        <source>E-mails have their own words</source>
        <translation>Los correos tienen sus propias palabras</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Social media have their own words</source>
        <translation>Las redes sociales tienen sus propias palabras</translation>
    </message>
    <message>
        <source>Message on social media</source>
        <translation>Mensaje en redes sociales</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>The action has no image; it can be put in under Basics.</source>
        <translation>La acción no tiene imagen; se pone en Lo básico.</translation>
    </message>
    <message>
        <source>Attach the image to all initial messages</source>
        <translation>Adjuntar la imagen a todos los mensajes iniciales</translation>
    </message>
</context>
<context>
    <name>SendingCard</name>
    <message>
        <source>Give your reports to the campaign</source>
        <translation>Entrega tus informes a la campaña</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Sending what waits …</source>
        <translation>Enviando lo pendiente …</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were not taken by the hub: see what needs attention.</source>
        <translation>
            <numerusform>El servidor no aceptó %n evento: mira lo que requiere tu atención.</numerusform>
            <numerusform>El servidor no aceptó %n eventos: mira lo que requiere tu atención.</numerusform>
        </translation>
    </message>
    <message>
        <source>Or export to a file now.</source>
        <translation>O exporta ahora a un archivo.</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) wait, and {events} events in all.</source>
        <translation>
            <numerusform>Hay %n informe pendiente, y {events} eventos en total.</numerusform>
            <numerusform>Hay %n informes pendientes, y {events} eventos en total.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) wait.</source>
        <translation>
            <numerusform>Hay %n evento pendiente.</numerusform>
            <numerusform>Hay %n eventos pendientes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits: there is nothing to hand over.</source>
        <translation>Nada pendiente: no hay nada que entregar.</translation>
    </message>
    <message>
        <source>Everything is in a packet. Exporting again does no harm.</source>
        <translation>Todo está en un paquete. Exportar otra vez no hace daño.</translation>
    </message>
    <message>
        <source>{events} events wait, {reports} of them reports. Save them on a stick for your organizer.</source>
        <translation>Hay {events} eventos pendientes, {reports} de ellos informes. Guárdalos en una memoria USB.</translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>Import contacts</source>
        <translation>Importar contactos</translation>
    </message>
    <message>
        <source>Open campaign file or voter extract…</source>
        <translation>Abrir archivo de campaña o extracto de votantes…</translation>
    </message>
    <message>
        <source>Join a campaign&apos;s hub…</source>
        <translation>Unirme al servidor de una campaña…</translation>
    </message>
    <message>
        <source>Synchronize now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Pause synchronizing</source>
        <translation>Pausar la sincronización</translation>
    </message>
    <message>
        <source>What left this laptop…</source>
        <translation>Qué salió de esta laptop…</translation>
    </message>
    <message>
        <source>Room for a venue without internet…</source>
        <translation>Sala para un local sin internet…</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Como diga el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Language (Idioma)</source>
        <translation>Idioma (Language)</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Bloquear tras</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuto</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} minutos</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>SettingsPlace</name>
    <message>
        <source>The party of matched contacts</source>
        <translation>El partido de los contactos encontrados</translation>
    </message>
    <message>
        <source>Volunteers see the party of matched contacts</source>
        <translation>Los voluntarios ven el partido de los contactos encontrados</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Only of contacts found in the voter file</source>
        <translation>Solo de los contactos que están en el padrón</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Region of phone numbers without a country code</source>
        <translation>Región de los teléfonos sin prefijo de país</translation>
    </message>
    <message>
        <source>Open campaign.key …</source>
        <translation>Abrir campaign.key …</translation>
    </message>
    <message>
        <source>What volunteers see</source>
        <translation>Lo que ven los voluntarios</translation>
    </message>
    <message>
        <source>Names of contacts</source>
        <translation>Nombres de los contactos</translation>
    </message>
    <message>
        <source>When a report goes to the campaign, the contact&apos;s name goes along:</source>
        <translation>Cuando un informe va a la campaña, el nombre del contacto va con él:</translation>
    </message>
    <message>
        <source>Swing districts</source>
        <translation>Distritos reñidos</translation>
    </message>
    <message>
        <source>Volunteers see of matched contacts that they live in one of these districts.</source>
        <translation>Los voluntarios ven, de los contactos con coincidencia, que viven en uno de estos distritos.</translation>
    </message>
    <message>
        <source>Columns of voter extracts</source>
        <translation>Columnas de los extractos</translation>
    </message>
    <message>
        <source>What an extract that volunteers download holds, unless whoever cuts it says otherwise. What is not ticked stays on organizers&apos; computers.</source>
        <translation>Lo que contiene un extracto que descargan los voluntarios, salvo que quien lo corte diga otra cosa. Lo que no está marcado se queda en las computadoras de los organizadores.</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Números de teléfono</translation>
    </message>
    <message>
        <source>Campaign key</source>
        <translation>Clave de la campaña</translation>
    </message>
    <message>
        <source>Everything that volunteers get is signed with it. The hub&apos;s set-up made the file campaign.key; keep a copy in a safe place.</source>
        <translation>Con ella se firma todo lo que reciben los voluntarios. El archivo campaign.key se creó al instalar el servidor; guarda una copia en un lugar seguro.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>The key is on this computer: you can publish.</source>
        <translation>La clave está en este equipo: puedes publicar.</translation>
    </message>
    <message>
        <source>The key is not on this computer: you can draft, but not publish.</source>
        <translation>La clave no está en este equipo: puedes preparar borradores, pero no publicar.</translation>
    </message>
    <message>
        <source>Open campaign.key, which the hub&apos;s set-up made</source>
        <translation>Abre campaign.key, que se creó al instalar el servidor</translation>
    </message>
    <message>
        <source>Campaign key (*.key);;All files (*)</source>
        <translation>Clave de la campaña (*.key);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>ShiftEndPage</name>
    <message>
        <source>Conversations without a report</source>
        <translation>Conversaciones sin informe</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>Lo que hiciste</translation>
    </message>
    <message>
        <source>Lock and keep</source>
        <translation>Bloquear y conservar</translation>
    </message>
    <message>
        <source>Wipe this laptop…</source>
        <translation>Borrar esta laptop…</translation>
    </message>
    <message>
        <source>Back to the conversations</source>
        <translation>Volver a las conversaciones</translation>
    </message>
    <message>
        <source>End of your shift</source>
        <translation>Fin de tu turno</translation>
    </message>
    <message>
        <source>Leave the laptop</source>
        <translation>Deja la laptop</translation>
    </message>
    <message>
        <source>Locked, everything stays here encrypted until you come back. On a borrowed laptop, wipe it: nothing of yours is left.</source>
        <translation>Al bloquear, todo queda aquí cifrado hasta que vuelvas. Si la laptop es prestada, bórrala: no queda nada tuyo.</translation>
    </message>
    <message>
        <source>File report</source>
        <translation>Hacer informe</translation>
    </message>
    <message>
        <source>File a report about {name}</source>
        <translation>Hacer un informe sobre {name}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Marcar como hecha</translation>
    </message>
    <message>
        <source>Mark as done: {action}</source>
        <translation>Marcar como hecha: {action}</translation>
    </message>
    <message>
        <source>done {count} times</source>
        <translation>hecha {count} veces</translation>
    </message>
    <message>
        <source>{reached} reached · {reported} reported</source>
        <translation>{reached} con mensaje · {reported} con informe</translation>
    </message>
    <message>
        <source>done once</source>
        <translation>hecha una vez</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Import contacts</source>
        <translation>Importar contactos</translation>
    </message>
    <message>
        <source>End shift</source>
        <translation>Terminar turno</translation>
    </message>
    <message>
        <source>Back to organizing</source>
        <translation>Volver a organizar</translation>
    </message>
    <message>
        <source>No action at the moment</source>
        <translation>No hay acciones por ahora</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>Hola, {name}</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>Hola</translation>
    </message>
    <message>
        <source>{contacts} contacts · {matched} found in the voter file</source>
        <translation>{contacts} contactos · {matched} en el padrón electoral</translation>
    </message>
    <message>
        <source>1 contact could be one of several voters. Only you know who it is.</source>
        <translation>1 contacto podría ser uno de varios votantes. Solo tú sabes quién es.</translation>
    </message>
    <message>
        <source>{count} contacts could be one of several voters. Only you know who they are.</source>
        <translation>{count} contactos podrían ser uno de varios votantes. Solo tú sabes quiénes son.</translation>
    </message>
    <message>
        <source>Review matches</source>
        <translation>Revisar coincidencias</translation>
    </message>
    <message>
        <source>Your contacts are not here yet: without them there is nobody to write to.</source>
        <translation>Tus contactos aún no están aquí: sin ellos no hay a quién escribir.</translation>
    </message>
    <message>
        <source>The campaign has ended this laptop&apos;s access: the voter extract is wiped. Your contacts and reports are kept; what has not been sent can be exported to a file.</source>
        <translation>La campaña ha terminado el acceso de esta laptop: el extracto del padrón se borró. Tus contactos e informes se conservan; lo que no se envió se puede exportar a un archivo.</translation>
    </message>
    <message>
        <source>The campaign offers its voter extract: with it, the friends it suggests get a star.</source>
        <translation>La campaña ofrece su extracto del padrón: con él, los amigos que sugiere reciben una estrella.</translation>
    </message>
    <message>
        <source>Download it</source>
        <translation>Descargarlo</translation>
    </message>
    <message>
        <source>Without the campaign&apos;s voter extract nobody is starred. Your organizer has it.</source>
        <translation>Sin el extracto de votantes de la campaña nadie tiene estrella. La organización lo tiene.</translation>
    </message>
    <message>
        <source>Import it</source>
        <translation>Importarlo</translation>
    </message>
    <message>
        <source>The voter extract has expired. Ask your organizer for a new one.</source>
        <translation>El extracto de votantes venció. Pide uno nuevo a la organización.</translation>
    </message>
    <message>
        <source>The campaign has published a newer voter extract. Only what has changed is fetched.</source>
        <translation>La campaña ha publicado un extracto más nuevo. Solo se descarga lo que ha cambiado.</translation>
    </message>
    <message>
        <source>Update it</source>
        <translation>Actualizarlo</translation>
    </message>
    <message>
        <source>The voter extract can be used until {day}. Ask your organizer for a new one.</source>
        <translation>El extracto de votantes se puede usar hasta el {day}. Pide uno nuevo a la organización.</translation>
    </message>
    <message>
        <source>The campaign has withdrawn the voter extract on this laptop (“{label}”). Remove it, and download the one that it offers now, if there is one. What you have confirmed is kept.</source>
        <translation>La campaña ha retirado el extracto de este portátil («{label}»). Quítalo y descarga el que ofrece ahora, si lo hay. Lo que has confirmado se conserva.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>It has published nothing yet. What it does comes by itself.</source>
        <translation>Todavía no ha publicado nada. Lo que publique llegará solo.</translation>
    </message>
    <message>
        <source>Open the campaign file that you were given.</source>
        <translation>Abre el archivo de campaña que te dieron.</translation>
    </message>
    <message>
        <source>No campaign yet</source>
        <translation>Aún no hay campaña</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Guardado</translation>
    </message>
</context>
<context>
    <name>StepHeader</name>
    <message>
        <source>Step {number} of {count}: {title}</source>
        <translation>Paso {number} de {count}: {title}</translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n informe</numerusform>
            <numerusform>%n informes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Todavía nada.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vacío)</translation>
    </message>
    <message>
        <source>Response scripts</source>
        <translation>Guiones de respuesta</translation>
    </message>
</context>
<context>
    <name>SyncPopover</name>
    <message>
        <source>Synchronizing</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Synchronize now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>See what needs attention</source>
        <translation>Ver lo que requiere atención</translation>
    </message>
    <message>
        <source>Join a hub…</source>
        <translation>Unirme a un servidor…</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exportar a un archivo…</translation>
    </message>
    <message>
        <source>Carry others&apos; reports…</source>
        <translation>Llevar informes de otras personas…</translation>
    </message>
    <message>
        <source>What left this laptop…</source>
        <translation>Qué salió de esta laptop…</translation>
    </message>
    <message>
        <source>{campaign}, hub {address}</source>
        <translation>{campaign}, servidor {address}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Access ended</source>
        <translation>Acceso terminado</translation>
    </message>
    <message>
        <source>Synchronizing …</source>
        <translation>Sincronizando …</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n requiere atención</numerusform>
            <numerusform>%n requieren atención</numerusform>
        </translation>
    </message>
    <message>
        <source>Not synchronized · {rest}</source>
        <translation>Sin sincronizar · {rest}</translation>
    </message>
    <message>
        <source>Paused · {rest}</source>
        <translation>En pausa · {rest}</translation>
    </message>
    <message>
        <source>Offline · {rest}</source>
        <translation>Sin conexión · {rest}</translation>
    </message>
    <message>
        <source>all safe at {time}</source>
        <translation>todo a salvo a las {time}</translation>
    </message>
    <message numerus="yes">
        <source>all %n report(s) safe at {time}</source>
        <translation>
            <numerusform>%n informe a salvo a las {time}</numerusform>
            <numerusform>los %n informes a salvo a las {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) waiting</source>
        <translation>
            <numerusform>%n informe pendiente</numerusform>
            <numerusform>%n informes pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>saved here, not sent yet</source>
        <translation>guardado aquí, aún sin enviar</translation>
    </message>
    <message>
        <source>nothing waiting</source>
        <translation>nada pendiente</translation>
    </message>
    <message>
        <source>Everything is saved on this computer. {events} events wait for the campaign; {unexported} of them are in no packet yet, {reports} reports among them.</source>
        <translation>Todo está guardado en esta computadora. {events} eventos esperan para la campaña; {unexported} todavía no están en ningún paquete, entre ellos {reports} informes.</translation>
    </message>
    <message>
        <source>This laptop has joined no hub: what waits goes to the campaign as a file.</source>
        <translation>Esta laptop no se ha unido a ningún servidor: lo pendiente llega a la campaña como archivo.</translation>
    </message>
    <message numerus="yes">
        <source>The hub has signed a receipt for everything on this laptop: %n event(s), each report, message and mark counted.</source>
        <translation>
            <numerusform>El servidor firmó un recibo por todo lo que hay en esta laptop: %n evento, contando cada informe, mensaje y marca.</numerusform>
            <numerusform>El servidor firmó un recibo por todo lo que hay en esta laptop: %n eventos, contando cada informe, mensaje y marca.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) wait to be sent, each report, message and mark counted. All of them are saved on this computer.</source>
        <translation>
            <numerusform>Hay %n evento por enviar, contando cada informe, mensaje y marca. Está guardado en esta computadora.</numerusform>
            <numerusform>Hay %n eventos por enviar, contando cada informe, mensaje y marca. Todos están guardados en esta computadora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were not taken by the hub and need a decision.</source>
        <translation>
            <numerusform>El servidor no aceptó %n evento, que requiere una decisión.</numerusform>
            <numerusform>El servidor no aceptó %n eventos, que requieren una decisión.</numerusform>
        </translation>
    </message>
    <message>
        <source>Synchronizing just now.</source>
        <translation>Sincronizando ahora mismo.</translation>
    </message>
    <message>
        <source>Paused: nothing is sent until you resume.</source>
        <translation>En pausa: no se envía nada hasta que reanudes.</translation>
    </message>
    <message>
        <source>The next try is due now.</source>
        <translation>El próximo intento toca ahora.</translation>
    </message>
    <message numerus="yes">
        <source>The next try is in %n second(s).</source>
        <translation>
            <numerusform>El próximo intento es en %n segundo.</numerusform>
            <numerusform>El próximo intento es en %n segundos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next try is in %n minute(s).</source>
        <translation>
            <numerusform>El próximo intento es en %n minuto.</numerusform>
            <numerusform>El próximo intento es en %n minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>all saved in a packet</source>
        <translation>todo en un paquete</translation>
    </message>
    <message>
        <source>1 report waiting</source>
        <translation>1 informe pendiente</translation>
    </message>
    <message>
        <source>{count} reports waiting</source>
        <translation>{count} informes pendientes</translation>
    </message>
    <message>
        <source>saved here</source>
        <translation>guardado aquí</translation>
    </message>
</context>
<context>
    <name>TargetListSection</name>
    <message>
        <source>Target list</source>
        <translation>Lista de personas</translation>
    </message>
    <message>
        <source>Optional. Contacts on the list are shown with a star. Without one, volunteers reach out to whom they like.</source>
        <translation>Opcional. Los contactos de la lista se muestran con una estrella. Sin lista, los voluntarios escriben a quien quieran.</translation>
    </message>
    <message>
        <source>No list</source>
        <translation>Sin lista</translation>
    </message>
    <message>
        <source>{name} ({count} people)</source>
        <translation>{name} ({count} personas)</translation>
    </message>
    <message>
        <source>Its columns can be used in scripts: {columns}</source>
        <translation>Sus columnas se pueden usar en los guiones: {columns}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Friend to Friend</source>
        <translation>De amigo a amigo</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export waiting reports to a file</source>
        <translation>Exportar a un archivo los informes pendientes</translation>
    </message>
    <message>
        <source>Write what waits to a signed file (Ctrl+E)</source>
        <translation>Escribir lo pendiente en un archivo firmado (Ctrl+E)</translation>
    </message>
    <message>
        <source>Dark colors</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>Bloquear (Ctrl+L)</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Ayuda (F1)</translation>
    </message>
    <message>
        <source>Settings and files</source>
        <translation>Ajustes y archivos</translation>
    </message>
    <message>
        <source>Light colors</source>
        <translation>Colores claros</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Unlock with this computer&apos;s keyring</source>
        <translation>Desbloquear con el llavero de esta computadora</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Conservar la anterior</translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation>Elige una frase secreta nueva</translation>
    </message>
    <message>
        <source>The recovery sheet opened your vault. At least 8 characters; a few words are best.</source>
        <translation>La hoja de recuperación abrió tu bóveda. Al menos 8 caracteres; mejor unas cuantas palabras.</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>Usar esta frase secreta</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frase secreta nueva</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueada</translation>
    </message>
    <message>
        <source>Your contacts and reports are encrypted on this computer.</source>
        <translation>Tus contactos e informes están cifrados en esta computadora.</translation>
    </message>
    <message>
        <source>Use the recovery sheet</source>
        <translation>Usar la hoja de recuperación</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase secreta</translation>
    </message>
    <message>
        <source>Type the code on the recovery sheet that you wrote down or printed.</source>
        <translation>Escribe el código de la hoja de recuperación que anotaste o imprimiste.</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Usar la frase secreta</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Unlocking …</source>
        <translation>Desbloqueando …</translation>
    </message>
</context>
<context>
    <name>UnpublishedBanner</name>
    <message>
        <source>1 change is not published yet: volunteers do not have it.</source>
        <translation>1 cambio no se ha publicado: los voluntarios no lo tienen.</translation>
    </message>
    <message>
        <source>{count} changes are not published yet: volunteers do not have them.</source>
        <translation>{count} cambios no se han publicado: los voluntarios no los tienen.</translation>
    </message>
    <message>
        <source>Publish changes</source>
        <translation>Publicar los cambios</translation>
    </message>
</context>
<context>
    <name>UsersTab</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto por última vez</translation>
    </message>
    <message>
        <source>When the volunteer&apos;s laptop last reached the hub.</source>
        <translation>Cuándo llegó la laptop del voluntario al servidor por última vez.</translation>
    </message>
    <message>
        <source>Plausibility</source>
        <translation>Verosimilitud</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n vez</numerusform>
            <numerusform>%n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>How often there were 100 and more messages within two minutes.</source>
        <translation>Cuántas veces hubo 100 mensajes o más en dos minutos.</translation>
    </message>
    <message>
        <source>Search volunteers</source>
        <translation>Buscar voluntarios</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Verlos</translation>
    </message>
    <message>
        <source>What was left out…</source>
        <translation>Lo que se dejó fuera…</translation>
    </message>
    <message>
        <source>Their receivers</source>
        <translation>Sus destinatarios</translation>
    </message>
    <message>
        <source>Ask to follow up…</source>
        <translation>Pedir seguimiento…</translation>
    </message>
    <message>
        <source>Volunteers</source>
        <translation>Voluntarios</translation>
    </message>
    <message>
        <source>No volunteers yet</source>
        <translation>Todavía no hay voluntarios</translation>
    </message>
    <message>
        <source>Invite them under People; they show here once they have joined.</source>
        <translation>Invítalos en Personas; aparecen aquí cuando se hayan unido.</translation>
    </message>
    <message numerus="yes">
        <source>Implausible: %n volunteer(s) with more messages than a person can send.</source>
        <translation>
            <numerusform>Inverosímil: %n voluntario con más mensajes de los que una persona puede enviar.</numerusform>
            <numerusform>Inverosímil: %n voluntarios con más mensajes de los que una persona puede enviar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Initial messages</source>
        <translation>Mensajes iniciales</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Seguimientos</translation>
    </message>
</context>
<context>
    <name>VoterFilesPlace</name>
    <message>
        <source>“{label}” is withdrawn.</source>
        <translation>«{label}» está retirado.</translation>
    </message>
    <message>
        <source>“{label}” is published: volunteers can download it.</source>
        <translation>«{label}» está publicado: los voluntarios pueden descargarlo.</translation>
    </message>
</context>
<context>
    <name>VoterList</name>
    <message>
        <source>Another extract or voter file …</source>
        <translation>Otro extracto o padrón…</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Partido</translation>
    </message>
    <message>
        <source>Voter frequency</source>
        <translation>Frecuencia de voto</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>At least so old</source>
        <translation>Edad mínima</translation>
    </message>
    <message>
        <source>At most so old</source>
        <translation>Edad máxima</translation>
    </message>
    <message>
        <source>Only voters with a phone number in the file</source>
        <translation>Solo votantes con número de teléfono en el padrón</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nombre de la lista</translation>
    </message>
    <message>
        <source>Keep the list</source>
        <translation>Guardar la lista</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>at the end of this year</source>
        <translation>al final de este año</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Distrito</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>New list from the voter file</source>
        <translation>Nueva lista del padrón electoral</translation>
    </message>
    <message>
        <source>Everybody who passes is on the list, by voter id: contacts who match get a star. What is not known of a voter passes no filter on it. A list holds at most {count} people.</source>
        <translation>Todo el que pasa está en la lista, por id de votante: los contactos que coinciden reciben una estrella. Lo que no se sabe de un votante no pasa ningún filtro sobre ello. En una lista caben como máximo {count} personas.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>Leyendo {file} …</translation>
    </message>
    <message>
        <source>Extracts and voter files (*.f2fx *.txt *.csv *.tsv *.tab *.zip);;All files (*)</source>
        <translation>Extractos y padrones electorales (*.f2fx *.txt *.csv *.tsv *.tab *.zip);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>There is no voter extract on this computer: choose one, or a voter file.</source>
        <translation>No hay ningún extracto en este equipo: elige uno, o un padrón electoral.</translation>
    </message>
    <message>
        <source>The extract on this computer: {label}</source>
        <translation>El extracto de este equipo: {label}</translation>
    </message>
    <message>
        <source>The extract on this computer</source>
        <translation>El extracto de este equipo</translation>
    </message>
    <message>
        <source>{source}, {count} voters</source>
        <translation>{source}, {count} votantes</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name} ({count})</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>Hombres</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Mujeres</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Ni lo uno ni lo otro</translation>
    </message>
    <message>
        <source>Cut an extract from it under Voter files, where you can say what its columns hold.</source>
        <translation>Corta de él un extracto en Padrones electorales, donde puedes decir qué contienen sus columnas.</translation>
    </message>
    <message>
        <source>Voters</source>
        <translation>Votantes</translation>
    </message>
    <message>
        <source>{count} of {all} voters pass.</source>
        <translation>Pasan {count} de {all} votantes.</translation>
    </message>
    <message>
        <source>That is more than the {count} that a list holds.</source>
        <translation>Son más que los {count} que caben en una lista.</translation>
    </message>
</context>
<context>
    <name>VoterMappingDialog</name>
    <message>
        <source>What is in these columns?</source>
        <translation>¿Qué hay en estas columnas?</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>Leer el archivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Say which columns hold what. Voter id and last name are needed; names, street address, ZIP code, year of birth and phone number make matching good. Columns that are not named here are not read.</source>
        <translation>Di qué contiene cada columna. Hacen falta el id de votante y el apellido; los nombres, la dirección, el código postal, el año de nacimiento y el teléfono hacen buenas las coincidencias. Las columnas que no se nombran aquí no se leen.</translation>
    </message>
    <message>
        <source>As you said of {file} the last time.</source>
        <translation>Como dijiste la última vez de {file}.</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>Las primeras filas</translation>
    </message>
    <message>
        <source>(not in the file)</source>
        <translation>(no está en el padrón)</translation>
    </message>
    <message>
        <source>{column} (needed)</source>
        <translation>{column} (necesario)</translation>
    </message>
    <message>
        <source>Still to say: {fields}</source>
        <translation>Falta por decir: {fields}</translation>
    </message>
    <message>
        <source>The same column twice: {fields}</source>
        <translation>La misma columna dos veces: {fields}</translation>
    </message>
</context>
<context>
    <name>VoterSearchDialog</name>
    <message>
        <source>Find in the voter file</source>
        <translation>Buscar en el padrón</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name, nickname or its beginning</source>
        <translation>Nombre, apodo o cómo empieza</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Calle</translation>
    </message>
    <message>
        <source>House number, street, city or ZIP code</source>
        <translation>Número, calle, ciudad o código postal</translation>
    </message>
    <message>
        <source>Voters that fit</source>
        <translation>Votantes que coinciden</translation>
    </message>
    <message>
        <source>That&apos;s them</source>
        <translation>Sí, es</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Who is {name} in the voter file?</source>
        <translation>¿Quién es {name} en el padrón?</translation>
    </message>
    <message>
        <source>Every search is written down on this laptop (Settings, What left this laptop). Nothing of it leaves it.</source>
        <translation>Cada búsqueda se anota en esta laptop (Ajustes, Qué salió de esta laptop). Nada de eso sale de ella.</translation>
    </message>
    <message>
        <source>Nobody fits. Try fewer letters, a former name, or the street.</source>
        <translation>Nadie coincide. Prueba con menos letras, un nombre anterior o la calle.</translation>
    </message>
    <message>
        <source>{total} voters fit; these {shown} fit best. Type more to narrow it down.</source>
        <translation>Coinciden {total} votantes; estos {shown} son los que más. Escribe más para acotar.</translation>
    </message>
    <message numerus="yes">
        <source>%n voter(s) fit</source>
        <translation>
            <numerusform>Coincide %n votante</numerusform>
            <numerusform>Coinciden %n votantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Type a name, a street, or both.</source>
        <translation>Escribe un nombre, una calle o ambos.</translation>
    </message>
</context>
<context>
    <name>VoterWords</name>
    <message>
        <source>born {year}</source>
        <translation>nac. {year}</translation>
    </message>
    <message>
        <source>You said: not them</source>
        <translation>Dijiste: no es</translation>
    </message>
    <message>
        <source>You confirmed: {name}</source>
        <translation>Confirmaste: {name}</translation>
    </message>
    <message>
        <source>Democratic</source>
        <translation>Demócrata</translation>
    </message>
    <message>
        <source>Republican</source>
        <translation>Republicano</translation>
    </message>
    <message>
        <source>Unaffiliated</source>
        <translation>Sin afiliación</translation>
    </message>
    <message>
        <source>No party</source>
        <translation>Sin partido</translation>
    </message>
    <message>
        <source>Libertarian</source>
        <translation>Libertario</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Condado</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Congressional district</source>
        <translation>Distrito del Congreso</translation>
    </message>
    <message>
        <source>State senate</source>
        <translation>Senado estatal</translation>
    </message>
    <message>
        <source>State house</source>
        <translation>Cámara estatal</translation>
    </message>
    <message>
        <source>County commission</source>
        <translation>Comisión del condado</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Municipio</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Distrito municipal</translation>
    </message>
    <message>
        <source>School district</source>
        <translation>Distrito escolar</translation>
    </message>
    <message>
        <source>Precinct</source>
        <translation>Precinto</translation>
    </message>
    <message>
        <source>Board of equalization</source>
        <translation>Junta de equiparación</translation>
    </message>
    <message>
        <source>Borough</source>
        <translation>Burgo</translation>
    </message>
    <message>
        <source>Career center</source>
        <translation>Centro de formación profesional</translation>
    </message>
    <message>
        <source>City council</source>
        <translation>Concejo municipal</translation>
    </message>
    <message>
        <source>City school district</source>
        <translation>Distrito escolar de la ciudad</translation>
    </message>
    <message>
        <source>Community college</source>
        <translation>Colegio comunitario</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>Concejo</translation>
    </message>
    <message>
        <source>County council</source>
        <translation>Concejo del condado</translation>
    </message>
    <message>
        <source>County court</source>
        <translation>Tribunal del condado</translation>
    </message>
    <message>
        <source>County legislative district</source>
        <translation>Distrito legislativo del condado</translation>
    </message>
    <message>
        <source>County supervisor district</source>
        <translation>Distrito de supervisores del condado</translation>
    </message>
    <message>
        <source>Court of appeals</source>
        <translation>Tribunal de apelaciones</translation>
    </message>
    <message>
        <source>Second district</source>
        <translation>Segundo distrito</translation>
    </message>
    <message>
        <source>Educational service center</source>
        <translation>Centro de servicios educativos</translation>
    </message>
    <message>
        <source>Election precinct</source>
        <translation>Precinto electoral</translation>
    </message>
    <message>
        <source>Exempted village school district</source>
        <translation>Distrito escolar de villa exenta</translation>
    </message>
    <message>
        <source>Fire district</source>
        <translation>Distrito de bomberos</translation>
    </message>
    <message>
        <source>Hospital district</source>
        <translation>Distrito hospitalario</translation>
    </message>
    <message>
        <source>Judicial district</source>
        <translation>Distrito judicial</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>Jurisdicción</translation>
    </message>
    <message>
        <source>Legislative district</source>
        <translation>Distrito legislativo</translation>
    </message>
    <message>
        <source>Library district</source>
        <translation>Distrito de bibliotecas</translation>
    </message>
    <message>
        <source>Local school district</source>
        <translation>Distrito escolar local</translation>
    </message>
    <message>
        <source>Municipal corporation</source>
        <translation>Corporación municipal</translation>
    </message>
    <message>
        <source>Municipal court</source>
        <translation>Tribunal municipal</translation>
    </message>
    <message>
        <source>Municipal district</source>
        <translation>Distrito municipal</translation>
    </message>
    <message>
        <source>Port district</source>
        <translation>Distrito portuario</translation>
    </message>
    <message>
        <source>Group of precincts</source>
        <translation>Grupo de precintos</translation>
    </message>
    <message>
        <source>Part of a precinct</source>
        <translation>Parte de un precinto</translation>
    </message>
    <message>
        <source>Split of a precinct</source>
        <translation>División de un precinto</translation>
    </message>
    <message>
        <source>Suffix of a precinct</source>
        <translation>Sufijo de un precinto</translation>
    </message>
    <message>
        <source>Prosecutorial district</source>
        <translation>Distrito de la fiscalía</translation>
    </message>
    <message>
        <source>Regional transportation district</source>
        <translation>Distrito regional de transporte</translation>
    </message>
    <message>
        <source>Rescue district</source>
        <translation>Distrito de rescate</translation>
    </message>
    <message>
        <source>Sanitation district</source>
        <translation>Distrito de saneamiento</translation>
    </message>
    <message>
        <source>School board</source>
        <translation>Junta escolar</translation>
    </message>
    <message>
        <source>School precinct</source>
        <translation>Precinto escolar</translation>
    </message>
    <message>
        <source>Sewer district</source>
        <translation>Distrito de alcantarillado</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>División</translation>
    </message>
    <message>
        <source>State board of education</source>
        <translation>Junta estatal de educación</translation>
    </message>
    <message>
        <source>Superior court</source>
        <translation>Tribunal superior</translation>
    </message>
    <message>
        <source>Supervisor district</source>
        <translation>Distrito de supervisores</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>Municipio rural</translation>
    </message>
    <message>
        <source>University regents</source>
        <translation>Regentes de la universidad</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Villa</translation>
    </message>
    <message>
        <source>Village precinct</source>
        <translation>Precinto de villa</translation>
    </message>
    <message>
        <source>Voting tabulation district</source>
        <translation>Distrito de escrutinio</translation>
    </message>
    <message>
        <source>Water district</source>
        <translation>Distrito de aguas</translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>Evidence for this match</source>
        <translation>Indicios de esta coincidencia</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Comparado</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Ver como tabla</translation>
    </message>
    <message>
        <source>Evidence: {pieces}</source>
        <translation>Indicios: {pieces}</translation>
    </message>
    <message>
        <source>Show as bars</source>
        <translation>Ver como barras</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>Who are you?</source>
        <translation>¿Cómo te llamas?</translation>
    </message>
    <message>
        <source>Your name goes into the messages that you send, so use the one your friends know.</source>
        <translation>Tu nombre va en los mensajes que envías; usa el que conocen tus amistades.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>E-mail (optional)</source>
        <translation>Correo (opcional)</translation>
    </message>
    <message>
        <source>This is no complete e-mail address.</source>
        <translation>Este correo electrónico no está completo.</translation>
    </message>
    <message>
        <source>The address your campaign knows, if it assigns people to you. Kept on this laptop.</source>
        <translation>El correo que conoce tu campaña, si te asigna personas. Se queda en esta laptop.</translation>
    </message>
</context>
<context>
    <name>WipeDialog</name>
    <message>
        <source>WIPE</source>
        <translation>BORRAR</translation>
    </message>
    <message>
        <source>Wipe this laptop</source>
        <translation>Borrar esta laptop</translation>
    </message>
    <message>
        <source>Wipe everything from this laptop?</source>
        <translation>¿Borrar todo de esta laptop?</translation>
    </message>
    <message>
        <source>Your contacts, messages, reports and the voter extract are made unreadable for good. This cannot be undone.</source>
        <translation>Tus contactos, mensajes, informes y el extracto de votantes quedarán ilegibles para siempre. No se puede deshacer.</translation>
    </message>
    <message>
        <source>{events} events ({reports} reports waiting) are in no packet yet: they would be lost.</source>
        <translation>{events} eventos ({reports} informes pendientes) aún no están en un paquete: se perderían.</translation>
    </message>
    <message>
        <source>Type {word} to go on.</source>
        <translation>Escribe {word} para continuar.</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Conservar todo</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>Redes</translation>
    </message>
    <message>
        <source>Votes always</source>
        <translation>Vota siempre</translation>
    </message>
    <message>
        <source>Votes sometimes</source>
        <translation>Vota a veces</translation>
    </message>
    <message>
        <source>Votes rarely</source>
        <translation>Vota poco</translation>
    </message>
    <message>
        <source>New voter</source>
        <translation>Votante reciente</translation>
    </message>
    <message>
        <source>Not contacted</source>
        <translation>Sin contactar</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Espera respuesta</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondió</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Con informe</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>No contactar</translation>
    </message>
    <message>
        <source>Confirmed by you</source>
        <translation>Confirmado por ti</translation>
    </message>
    <message>
        <source>Found in the voter file</source>
        <translation>Está en el padrón</translation>
    </message>
    <message>
        <source>Maybe a match</source>
        <translation>Posible coincidencia</translation>
    </message>
    <message>
        <source>Not in the voter file</source>
        <translation>No está en el padrón</translation>
    </message>
    <message>
        <source>Not a voter, you said</source>
        <translation>Dijiste que no es votante</translation>
    </message>
    <message>
        <source>Untitled action</source>
        <translation>Acción sin título</translation>
    </message>
    <message>
        <source>Closed, not published yet</source>
        <translation>Cerrada, sin publicar</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicada</translation>
    </message>
    <message>
        <source>{seen} seen · {started} started · {completed} completed of {sent_to}</source>
        <translation>{seen} la vieron · {started} empezaron · {completed} terminaron de {sent_to}</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Mensaje de texto</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>Redes sociales</translation>
    </message>
    <message>
        <source>Always votes</source>
        <translation>Vota siempre</translation>
    </message>
    <message>
        <source>Rarely votes</source>
        <translation>Vota poco</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Condado</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Precinct</source>
        <translation>Precinto</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nombre completo</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Apodo</translation>
    </message>
    <message>
        <source>Volunteer&apos;s first name</source>
        <translation>Nombre del voluntario</translation>
    </message>
    <message>
        <source>Volunteer&apos;s name</source>
        <translation>Nombre completo del voluntario</translation>
    </message>
    <message>
        <source>Name of the campaign</source>
        <translation>Nombre de la campaña</translation>
    </message>
    <message>
        <source>The action has no title.</source>
        <translation>La acción no tiene título.</translation>
    </message>
    <message>
        <source>The first text message is empty.</source>
        <translation>El primer mensaje de texto está vacío.</translation>
    </message>
    <message>
        <source>A response script has no name.</source>
        <translation>Un guion de respuesta no tiene nombre.</translation>
    </message>
    <message>
        <source>The response script “{about}” is empty.</source>
        <translation>El guion de respuesta “{about}” está vacío.</translation>
    </message>
    <message>
        <source>A tag that is used is not there any more.</source>
        <translation>Una etiqueta que se usa ya no existe.</translation>
    </message>
    <message>
        <source>A custom field or answer that is used is not there any more.</source>
        <translation>Un campo o una respuesta que se usa ya no existe.</translation>
    </message>
    <message>
        <source>The target list is not there any more.</source>
        <translation>La lista ya no existe.</translation>
    </message>
    <message>
        <source>The image is not there any more.</source>
        <translation>La imagen ya no existe.</translation>
    </message>
    <message>
        <source>The link “{about}” needs a name and an address that begins with https://</source>
        <translation>El enlace “{about}” necesita un nombre y una dirección que empiece con https://</translation>
    </message>
    <message>
        <source>Braces are not in pairs: “{about}”</source>
        <translation>Las llaves no van en pares: “{about}”</translation>
    </message>
    <message>
        <source>Nothing fills the field “{about}”; it would be left out.</source>
        <translation>Nada rellena el campo “{about}”; se omitiría.</translation>
    </message>
    <message>
        <source>No tag or field is chosen for the report: volunteers see all of them.</source>
        <translation>No se eligió ninguna etiqueta ni campo para el informe: los voluntarios los ven todos.</translation>
    </message>
    <message>
        <source>{about} tags and fields are many to fill in after a conversation.</source>
        <translation>{about} etiquetas y campos son muchos para rellenar después de una conversación.</translation>
    </message>
    <message>
        <source>There is no description.</source>
        <translation>No hay descripción.</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>hoy {time}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>Texted {day}</source>
        <translation>Texto {day}</translation>
    </message>
    <message>
        <source>Called {day}</source>
        <translation>Llamada {day}</translation>
    </message>
    <message>
        <source>E-mailed {day}</source>
        <translation>Correo {day}</translation>
    </message>
    <message>
        <source>Messaged {day}</source>
        <translation>Mensaje {day}</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>móvil</translation>
    </message>
    <message>
        <source>home</source>
        <translation>casa</translation>
    </message>
    <message>
        <source>work</source>
        <translation>trabajo</translation>
    </message>
    <message>
        <source>main</source>
        <translation>principal</translation>
    </message>
    <message>
        <source>born {year}</source>
        <translation>nac. {year}</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Back to the actions</source>
        <translation>Volver a las acciones</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Review matches</source>
        <translation>Revisar coincidencias</translation>
    </message>
    <message>
        <source>End shift</source>
        <translation>Terminar turno</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>Teclas de esta página</translation>
    </message>
    <message>
        <source>The keys of this page</source>
        <translation>Las teclas de esta página</translation>
    </message>
    <message>
        <source>May be contacted again</source>
        <translation>Se puede volver a contactar</translation>
    </message>
    <message>
        <source>Made two people</source>
        <translation>Separado en dos personas</translation>
    </message>
    <message>
        <source>Your word about the match was taken back</source>
        <translation>Se retiró lo que dijiste de la coincidencia</translation>
    </message>
    <message>
        <source>Not counted as sent any more</source>
        <translation>Ya no cuenta como enviado</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Deshecho: {step}</translation>
    </message>
    <message>
        <source>Filters cleared to show {name}.</source>
        <translation>Se quitaron los filtros para mostrar a {name}.</translation>
    </message>
    <message>
        <source>Noted: you talked</source>
        <translation>Anotado: hablaron</translation>
    </message>
    <message>
        <source>Noted as sent</source>
        <translation>Anotado como enviado</translation>
    </message>
    <message>
        <source>Report saved</source>
        <translation>Informe guardado</translation>
    </message>
    <message>
        <source>Nothing has changed since the report was filed.</source>
        <translation>Nada ha cambiado desde que se guardó el informe.</translation>
    </message>
    <message>
        <source>No report yet: nothing is filled in. The button files one without answers.</source>
        <translation>Aún no hay informe: no se rellenó nada. Con el botón se guarda uno sin respuestas.</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing is filled in: there is nothing to report.</source>
        <translation>No se envió nada ni se rellenó nada: no hay nada de que informar.</translation>
    </message>
    <message>
        <source>That was the last contact of this list.</source>
        <translation>Era el último contacto de esta lista.</translation>
    </message>
    <message>
        <source>{name} will not be contacted again</source>
        <translation>No se volverá a contactar a {name}</translation>
    </message>
    <message>
        <source>Match confirmed</source>
        <translation>Coincidencia confirmada</translation>
    </message>
    <message>
        <source>Match rejected</source>
        <translation>Coincidencia rechazada</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
</context>
<context>
    <name>_Group</name>
    <message>
        <source>Type or choose to add</source>
        <translation>Escribe o elige para añadir</translation>
    </message>
</context>
<context>
    <name>_OwnScript</name>
    <message>
        <source>Subject (empty: the action&apos;s title)</source>
        <translation>Asunto (vacío: el título de la acción)</translation>
    </message>
    <message>
        <source>Subject of the e-mail</source>
        <translation>Asunto del correo</translation>
    </message>
</context>
</TS>
